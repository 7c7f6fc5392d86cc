"""Lines of hashtags."""

import re

# The usual line, at the speed of one match.
_USUAL = re.compile(r"#[^\W\d][\w-]*(?: +#[^\W\d][\w-]*)*")
_MARKS = "#＃"
_LONGEST_LINE = 8192
_LABELS = frozenset(("tags", "tag", "keywords", "태그", "키워드", "标签", "タグ"))


def tags_of_line(line: str) -> tuple[str, ...]:
    """Return the tags of a line that holds nothing but hashtags, else nothing.

    `#moe #vision-language`, `#moe, #llm`, `#moe#llm`, `Tags: #moe #llm`; headings
    (`# Links`), numbers (`#1`) and shebangs are no tags.
    """
    tags, rest = leading_tags(line)
    return () if rest else tags


def leading_tags(line: str) -> tuple[tuple[str, ...], str]:
    """Return the hashtags that `line` begins with, and what stands behind them."""
    if len(line) > _LONGEST_LINE:
        return (), line
    words = line.split()
    if _USUAL.fullmatch(line):
        return tuple([word[1:] for word in words]), ""
    if words and words[0].strip("*:：").casefold() in _LABELS:
        del words[0]
    tags: list[str] = []
    for place, word in enumerate(words):
        found = _tags_of_word(word)
        if not found:
            return tuple(tags), " ".join(words[place:])
        tags += found
    return tuple(tags), ""


def trailing_tags(line: str) -> tuple[str, ...]:
    """Return the hashtags that `line` ends with, behind other words."""
    tags: list[str] = []
    for word in reversed(line[-_LONGEST_LINE:].split()):
        found = _tags_of_word(word)
        if not found:
            break
        tags[:0] = found
    return tuple(tags)


def _tags_of_word(word: str) -> list[str]:
    if word[0] not in _MARKS:
        return []
    pieces = word.replace("＃", "#").rstrip(",;.|·").split("#")[1:]
    return pieces if all(map(_is_tag, pieces)) else []


def _is_tag(tag: str) -> bool:
    return bool(tag) and (tag[0].isalnum() or tag[0] > "\u2000") and not tag.isdigit()
