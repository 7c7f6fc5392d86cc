"""Lines of tags in the forms that only a place below a paper makes tags."""

import re
from functools import lru_cache

from tuireader.formats.hashtags import tags_of_line

_LABEL = re.compile(
    r"(?:[-*] )?[*_]{0,2}(?:tags?|keywords?|categor(?:y|ies)|subjects?|topics?|태그"
    r"|키워드|분류|카테고리|标签|关键词|タグ|キーワード)[*_]{0,2}\s?[:：][*_]{0,2}\s*(\S.*)",
    re.IGNORECASE,
)
_LABEL_WITHIN = 16
_HASH = re.compile(r"(?:^|(?<=[\s,;|/·、]))[#＃]")
_COMMAS = re.compile(r"\s*[,，、;；|·]\s*")
_QUOTED = re.compile(r"`#?([^`\n]{1,60})`")
_BRACKETED = re.compile(r"\[#?([^\[\]\n]{1,40})\](?!\()")
_EDGES = " \t,;|/·、`*_#＃[]"
_SENTENCE_ENDS = (".", "!", "?", "。", ":", "다", "요", "죠", "네")
# What stands in brackets without being a tag.
_LINKS = frozenset(
    re.findall(
        r"\w+",
        """
        pdf code paper project page arxiv link abs html github blog demo video slides
        website homepage model dataset weights tweet thread hf
        """,
    )
)
_MOST_WORDS = 4
_LONGEST = 48
_LONGEST_LINE = 8192


@lru_cache(maxsize=256)  # asked when a digest is recognised, cut into lines and read
def loose_tags(line: str) -> tuple[str, ...]:
    """Return the tags of a line that holds nothing else, in whatever form.

    Beside hashtags in a row: tags with blanks in them (`#long context #llm`), other
    signs between (`#moe | #llm`), labels (`Keywords: moe, llm`), code spans and
    brackets.
    """
    if len(line) > _LONGEST_LINE:
        return ()
    if line[0] in "#＃":
        return tags_of_line(line) or _spaced(line)
    if line[0] == "`":
        return _enclosed(_QUOTED, line)
    if line[0] == "[":
        tags = _enclosed(_BRACKETED, line)
        links = any(tag.casefold() in _LINKS or tag.isdigit() for tag in tags)
        return tags if len(tags) > 1 and not links else ()
    start = line[:_LABEL_WITHIN]
    if ":" in start or "：" in start:
        return tags_of_line(line) or _labelled(line)
    return ()


def _spaced(line: str) -> tuple[str, ...]:
    """Return tags with blanks: several of few words, or one in lower case."""
    pieces = [piece.strip(_EDGES) for piece in _HASH.split(line)[1:]]
    if not all(map(_is_tag, pieces)):
        return ()
    alone = len(pieces) == 1
    if alone and (line[1] == " " or pieces[0] != pieces[0].lower()):
        return ()  # a heading
    return tuple(pieces)


def _labelled(line: str) -> tuple[str, ...]:
    if not (match := _LABEL.fullmatch(line)):
        return ()
    text = match[1].strip()
    parts = _COMMAS.split(text) if _COMMAS.search(text) else text.split()
    tags = [tag for part in parts if (tag := part.strip(_EDGES))]
    return tuple(tags) if all(map(_is_tag, tags)) else ()


def _enclosed(pattern: "re.Pattern[str]", line: str) -> tuple[str, ...]:
    if pattern.sub("", line).strip(_EDGES):
        return ()
    tags = [tag.strip() for tag in pattern.findall(line)]
    return tuple(tags) if tags and all(map(_is_tag, tags)) else ()


def _is_tag(tag: str) -> bool:
    words = tag.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and len(tag) <= _LONGEST
        and not words[0].isdigit()
        and not tag.endswith(_SENTENCE_ENDS)
        and "://" not in tag
    )
