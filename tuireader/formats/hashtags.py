"""Lines of hashtags."""

import re

# The usual line, at the speed of one match.
_USUAL = re.compile(r"#[^\W\d][\w-]*(?: +#[^\W\d][\w-]*)*")
_MARKS = "#＃"
_BETWEEN = ",;.|·、"
_LONGEST_LINE = 8192
_LABELS = frozenset(("tags", "tag", "keywords", "태그", "키워드", "标签", "タグ"))


def tags_of_line(line: str) -> tuple[str, ...]:
    """Return the tags of a line that holds nothing but hashtags, else nothing.

    `#moe #vision-language`, `#moe, #llm`, `#moe#llm`, `Tags: #moe #llm`; headings
    (`# Links`), numbers (`#1`) and shebangs are no tags. Beside a tag, an odd hashtag
    is one as well: `#llm #c#` has `c#`, `#llm #-moe` has `moe`.
    """
    tags, rest = leading_tags(line)
    return tags if tags and not any(map(_is_word, rest.split())) else ()


def leading_tags(line: str) -> tuple[tuple[str, ...], str]:
    """Return the hashtags that `line` begins with, and what stands behind them.

    Hashtags of nothing but signs (`#`, `#%`) count as standing behind the others.
    """
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
            rest = words[place:]
            if all(word[0] in _MARKS for word in rest) and (
                tags or (_odd_tags(word) and any(map(_tags_of_word, rest)))
            ):
                return _with_odd_ones(words)
            return tuple(tags), " ".join(rest)
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


def _with_odd_ones(words: list[str]) -> tuple[tuple[str, ...], str]:
    tags: list[str] = []
    signs: list[str] = []
    for word in words:
        found = _tags_of_word(word) or _odd_tags(word)
        tags += found
        if not found:
            signs.append(word)
    return tuple(tags), " ".join(signs)


def _is_word(word: str) -> bool:
    """Say whether `word` is anything but a hashtag of nothing but signs."""
    return word[0] not in _MARKS or bool(_odd_tags(word))


def _odd_tags(word: str) -> list[str]:
    """Return what a hashtag has between its outer signs; the sharp of `#c#` stays."""
    pieces = word.replace("＃", "#").rstrip(_BETWEEN).split("#")[1:]
    sharp = len(pieces) > 1 and not pieces[-1] and _is_inner(pieces[-2][-1:])
    tags = [tag for piece in pieces if (tag := _without_signs(piece))]
    return [*tags[:-1], tags[-1] + "#"] if sharp and tags else tags


def _without_signs(piece: str) -> str:
    inner = [place for place, char in enumerate(piece) if _is_inner(char)]
    return piece[inner[0] : inner[-1] + 1] if inner else ""


def _is_inner(char: str) -> bool:
    return char.isalnum() or char > "\u2000"


def _tags_of_word(word: str) -> list[str]:
    if word[0] not in _MARKS:
        return []
    pieces = word.replace("＃", "#").rstrip(_BETWEEN).split("#")[1:]
    if len(pieces) > 1:  # `#moe,#llm`
        pieces = [piece.rstrip(_BETWEEN) for piece in pieces]
    return pieces if all(map(_is_tag, pieces)) else []


def _is_tag(tag: str) -> bool:
    return bool(tag) and _is_inner(tag[0]) and not tag.isdigit()
