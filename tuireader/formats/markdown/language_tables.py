"""Tables that show the same text in several languages, a column each."""

from tuireader.formats.markdown.blocks import Block, Box, Document, Kind, plain
from tuireader.formats.markdown.words import words

_LANGUAGES = words(
    """english chinese korean japanese en zh ko ja zh-cn cn kr jp original translation
    translated 中文 英文 原文 译文 翻译 中文翻译 中文译文 英语 日本語 英語 翻訳 和訳
    한국어 영어 원문 번역 번역문 한글"""
)
_MOST_COLUMNS = 4


def arrange(document: Document, table: Box) -> bool:
    """Turn a table of languages into one text below the other; say whether it is one.

    The text of the first column is that of the entry. What the others only repeat, as
    names and links do, is left out.

    Args:
        document: The document.
        table: One of its tables.
    """
    boxes = document.boxes
    rows = [boxes[row].children for row in table.children if boxes[row].children]
    if len(rows) <= 1 or not 1 < len(rows[0]) <= _MOST_COLUMNS:
        return False
    header = [_blocks(document, boxes[cell]) for cell in rows[0]]
    if not all(map(_is_language, header)):
        return False
    for blocks in header:
        _silence(blocks)
    for row in rows[1:]:
        own = _blocks(document, boxes[row[0]])
        said = {block.text.strip() for block in own}
        for cell in row[1:]:
            _translate(_blocks(document, boxes[cell]), said)
    return True


def _blocks(document: Document, cell: Box) -> list[Block]:
    return document.blocks[cell.first : cell.last]


def _is_language(blocks: list[Block]) -> bool:
    names = [word.casefold() for block in blocks for word in block.text.split()]
    return bool(names) and all(name.strip("*()（）:：") in _LANGUAGES for name in names)


def _translate(blocks: list[Block], said: set[str]) -> None:
    """Make translations text without links, and silence what was said already."""
    for block in blocks:
        block.runs = [run._replace(href="") for run in block.runs]
        block.text = plain(block.runs)
        if block.text.strip() in said:
            _silence([block])


def _silence(blocks: list[Block]) -> None:
    for block in blocks:
        block.kind = Kind.NOISE
