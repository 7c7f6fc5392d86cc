"""Reads what stands below the head of an entry of a plain digest."""

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.formats.abstracts import (
    QuotedAbstract,
    goes_on,
    is_abstract,
    is_formal,
    labelled_abstract,
    unquoted,
)
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import trailing_tags
from tuireader.formats.links import wikilinks_in
from tuireader.formats.loose_tags import loose_tags
from tuireader.formats.paragraphs import joined, paragraphs_of
from tuireader.formats.plain_kinds import Kind, Line
from tuireader.formats.plain_links import is_labelled, lone_link, own_of
from tuireader.formats.plain_wrapped import begins_field
from tuireader.formats.translations import translated
from tuireader.text.language import language_of


class _Paragraph(NamedTuple):
    text: str
    translation: bool = False


_SENTENCE_ENDS = frozenset(".!?:;)")
_END = _Paragraph("", translation=True)


def read_body(
    draft: Draft, others: Sequence[str], lines: list[Line], afterword: int
) -> None:
    """Read abstract, commentary, tags and translation into `draft`.

    Args:
        draft: An entry whose title and authors are read.
        others: What stood among the authors without being one.
        lines: The lines below.
        afterword: How many of them, at the end, are sentences behind the tags.
    """
    lines = _take_quote(draft, lines)
    behind = lines[len(lines) - afterword :]
    paragraphs = _paragraphs(draft, lines[: len(lines) - afterword])
    _take_abstract(draft, paragraphs)
    for text in others:
        draft.add(text)
    for paragraph in paragraphs:
        draft.add(paragraph.text, translation=paragraph.translation)
    start = len(draft.paragraphs)
    for paragraph in _paragraphs(draft, behind):
        draft.add(paragraph.text, translation=paragraph.translation)
    if behind:
        draft.mark_translation(start)
    if draft.paragraphs and not draft.tags:
        draft.add_tags(trailing_tags(draft.paragraphs[-1].text))


def _take_quote(draft: Draft, lines: list[Line]) -> list[Line]:
    """Take the quote that the body begins with, which is the abstract."""
    quote = QuotedAbstract()
    count = 0
    for line in lines:
        if line.text[0] != ">" or line.kind is not Kind.TEXT:
            break
        quote.quote(line.text, line.at)
        count += 1
    draft.abstract = quote.text()
    return lines[count:] if draft.abstract else lines


def _take_abstract(draft: Draft, paragraphs: list[_Paragraph]) -> None:
    if not draft.abstract:
        _take_paragraphs(draft, paragraphs)
    if paragraphs and draft.abstract and draft.url is None:
        link = lone_link(paragraphs[0].text)
        if link and link.arxiv_id:
            draft.own(link.url)
            del paragraphs[0]


def _take_paragraphs(draft: Draft, paragraphs: list[_Paragraph]) -> None:
    texts = [paragraph.text for paragraph in paragraphs]
    first = [each.translation for each in (*paragraphs, _END)].index(True)
    if not first:
        return
    at, count = _labelled(texts[:first])
    if count:
        text = labelled_abstract(texts[at]) or texts[at + count - 1]
        while at + count < first and _is_broken(text, texts[at + count]):
            text = f"{text} {texts[at + count]}"
            count += 1
        draft.abstract = text
    elif is_abstract(texts[0], texts[1:]):
        count = 1
        while count < first and goes_on(texts, count):
            count += 1
        draft.abstract = "\n".join(texts[:count])
    else:
        return
    draft.abstract = unquoted(draft.abstract)
    del paragraphs[at : at + count]


def _is_broken(text: str, following: str) -> bool:
    """Say whether a sentence of an abstract goes on in the next line."""
    return text[-1] not in _SENTENCE_ENDS and following[0].islower()


def _labelled(texts: Sequence[str]) -> tuple[int, int]:
    """Return where the abstract stands that says to be one, and its paragraphs, or 0.

    Its label tells it from the curator's own words above it.
    """
    for at, text in enumerate(texts):
        rest = labelled_abstract(text)
        if rest is not None:
            count = 1 if rest else min(2, len(texts) - at)
            named = rest or texts[at + count - 1]
            return (0, 0) if at and _is_above(texts, named) else (at, count)
    return 0, 0


def _is_above(texts: Sequence[str], named: str) -> bool:
    """Say whether the abstract stands above words on it, as `초록: 좋네요` is.

    Args:
        texts: The paragraphs of an entry.
        named: What stands behind the label in one of them.
    """
    first = texts[0]
    if language_of(named) != "en":
        return is_abstract(first, texts[1:])
    return is_formal(first) and not is_formal(named) and len(named) < len(first)


def _paragraphs(draft: Draft, lines: Sequence[Line]) -> list[_Paragraph]:
    """Return the paragraphs of abstract and commentary; tags go to `draft`."""
    found: list[_Paragraph] = []
    block: list[str] = []
    for line in lines:
        prose = line.kind is Kind.TEXT or line.kind is Kind.AUTHORS
        if block and (line.blanks or not prose or begins_field(line.text)):
            found += map(_Paragraph, paragraphs_of(block))
            block = []
        if prose:
            block.append(line.text)
        else:
            found += _aside(draft, line)
        if "[[" in line.text:
            draft.wikilinks += wikilinks_in(line.text)[0]
    return found + list(map(_Paragraph, paragraphs_of(block) if block else []))


def _aside(draft: Draft, line: Line) -> list[_Paragraph]:
    """Return what a line that is no prose adds to the commentary."""
    if line.kind is Kind.TAGS:
        draft.add_tags(loose_tags(line.text))
        return []
    if line.kind is Kind.TRANSLATION:
        return _translation(line.text)
    if line.kind is Kind.RULE or (
        line.kind is Kind.LINK and _is_own_labelled(draft, line)
    ):
        return []
    return [_Paragraph(line.text)]


def _is_own_labelled(draft: Draft, line: Line) -> bool:
    link = own_of(line.text)
    return bool(is_labelled(line.text) and link.arxiv_id) and draft.own(link.url)


def _translation(block: str) -> list[_Paragraph]:
    lines = translated(block)
    return [_Paragraph(text, translation=True) for text in joined(lines)]
