"""Author lists: to split them into names, and to tell them from other text."""

import re

# "et al.", "et.al.", "and others", 等, 외, 他: they say that names are missing.
_OTHERS = re.compile(
    r"(?:[,，、;；]|\band\b|&)?\s*(?:\bet\.?\s?al\b\.?|\band\s+(?:[0-9]+\s+)?others\b\.?"
    r"|\bothers$|[…]$|等(?:\s?[0-9]+)?\s?[人位名]?$|\s?ほか.{0,6}$|\s他(?:[0-9]+名)?$"
    r"|\s외(?:\s?[0-9]+\s?[명인])?$|\(?\+\s?[0-9]+(?:\s+more)?\)?$"
    r"|\(?\s?[0-9]+\s+(?:more\s+)?authors?\)?$)",
    re.IGNORECASE,
)
_MAYBE_OTHERS = re.compile(
    r"et\.?\s?al|others|[…等他외+]|ほか|authors?\)?$", re.IGNORECASE
)
_SEPARATOR = re.compile(
    r"\s*[,，、;；]\s*(?:and\s+|&\s*)?|\s+(?:and|&|und|et|와|및|[·•|｜])\s+"
)
# Marks of affiliation and footnotes behind a name: `Ada Lovelace1,2*`.
_MARKS = re.compile(
    r"(?<=[\w.])\s?[*†‡§¶#^¹²³⁰⁴-⁹∗]{1,4}[0-9,]{0,6}$"
    r"|(?<= )(\S{0,40}[^\W\d_])[0-9]{1,2}(?:,[0-9]{1,2}){0,4}$"
)
# Ada Lovelace1,2: the comma parts no names.
_AFFILIATIONS = re.compile(
    r"(?<=[^\W\d_])[0-9]{1,2}(?:,[0-9]{1,2}){1,4}(?=[*†‡§¶,;\s]|$)"
)
_EDGES = ' \t\n*_`"“”:：.·|'
_FULL_STOP = re.compile(r"(?<!\bJr)(?<!\bSr)(?<=[^\W\d_]{2})\.$")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|PhD|Ph\.D|M\.D|MD)\.?")
# A Latin name: capitalised words, initials and the small words of family names.
_WORD = r"[^\W\d_a-zß-ÿ][\w'’.\u2010-]*(?:-[\w'’.]+)*"
_SMALL = (
    r"(?:de|da|do|dos|das|di|del|della|van|von|der|den|ter|la|le|el|al|bin|ibn|y|e|zu)"
)
_NAME = re.compile(
    rf"(?:{_SMALL}\s+)?{_WORD}(?:[\s]+(?:{_WORD}|{_SMALL}|\([^()]{{1,30}}\)))*"
)
_CJK_NAME = re.compile(
    "[\u4e00-\u9fff]{2,4}|[\uac00-\ud7a3]{2,5}|[\u3040-\u30ff\u4e00-\u9fff]{2,12}"
)
_HANGUL = re.compile("[\uac00-\ud7a3]")
# `김 성현`, `김성현 (서울대)`: other words with blanks between are a sentence.
_KOREAN_NAME = re.compile(
    "[\uac00-\ud7a3]{1,2} [\uac00-\ud7a3]{1,3}|[^\\s(]{2,20} ?\\([^()]{1,30}\\)"
    "|[^\uac00-\ud7a3]{2,30} ?\\([^()]{1,30}\\)"
)
is_group = re.compile(r"(?=\w*[A-Z-][A-Z])[A-Z][\w-]{2,24}").fullmatch
"""Tells of who signs beside people: `DeepSeek-AI, Daya Guo, …`, `NVIDIA, …`."""
TEAMS = (" Team", " Collaboration", " Consortium")
"""What the name of a group ends with that signs alone: `Gemma Team`."""
_TEAM = re.compile(rf"[A-Z][\w.-]*(?: [A-Z][\w.-]*){{0,2}}(?:{'|'.join(TEAMS)})")
# `Lovelace, Ada; Turing, Alan M.` as bibliographies have it.
_TURNED = re.compile(r"([^,;()]{2,40}), ?([^,;()]{1,40})")
# What Korean sentences of a few words end with, and no name of several.
_SENTENCE = re.compile(
    "(?:[\uac00-\ud7a3][니이한된있없했었았]다|[네어아해예군지]요|죠)$"
)
_BRACKET = re.compile(r"[()（）\[\]]")
_LONGEST_NAME = 48
_LONGEST_LIST = 20_000
_LONGEST_FIELD = 1_000_000
_LONGEST_PART = 80
_MOST_WORDS = 6


def split_authors(text: str) -> tuple[str, ...]:
    """Return the names in an author list, in order, each as written.

    Separators are commas (of any script), semicolons, `and` and `&`, but not inside
    parentheses; `et al.`, `等` and their like are no names. Where semicolons part names
    whose family names come first, these come last.
    """
    text = _without_brackets(" ".join(text[:_LONGEST_FIELD].split()))
    if ";" in text and "," in text and (turned := turned_names(text)):
        return turned
    if _MAYBE_OTHERS.search(text):
        text = _OTHERS.sub("", text)
    text = _AFFILIATIONS.sub("", text)
    parts: list[str] = []
    for part in _outside_parentheses(text):
        name = _MARKS.sub(r"\1", part.strip(_EDGES[:-3] + ",，、;；&")).strip()
        if name and parts and _SUFFIX.fullmatch(name):
            parts[-1] += f", {name}"
        elif name and not _OTHERS.fullmatch(name):
            parts.append(name)
    if parts and _FULL_STOP.search(parts[-1]):
        parts[-1] = parts[-1][:-1]
    return tuple(parts)


def turned_names(text: str) -> tuple[str, ...]:
    """Return the names of `Lovelace, Ada; Turing, Alan`, or nothing.

    Args:
        text: A list that a bibliography may have written.
    """
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found = [_TURNED.fullmatch(part) for part in parts]
    names = [f"{match[2]} {match[1]}" for match in found if match]
    sure = len(names) == len(parts) and all(map(_is_name, names))
    return tuple(names) if sure else ()


def _without_brackets(text: str) -> str:
    """Return a list without wikilinks and a pair of brackets around it."""
    text = text.rstrip(_EDGES[:-3])
    if "[[" in text:
        text = text.replace("[[", "").replace("]]", "")
    return text[1:-1] if _in_brackets(text) else text


def _in_brackets(text: str) -> bool:
    paired = text[:1] in "([（" and text[-1:] in ")]）"
    return paired and not _BRACKET.search(text[1:-1])


def looks_like_authors(text: str, *, alone: bool = False) -> bool:
    """Say whether `text` reads like a list of people and nothing else.

    Args:
        text: One line or cell.
        alone: Whether a single name is enough, because something else (italics, a
            class, a place) speaks for authors.
    """
    text = " ".join(text[: _LONGEST_LIST + 1].split()).strip(_EDGES)
    if not text or len(text) > _LONGEST_LIST or "://" in text or _in_brackets(text):
        return False
    if len(text) > _LONGEST_PART and not _begins_with_names(text):
        return False
    several = bool(_MAYBE_OTHERS.search(text) and _OTHERS.search(text))
    names = split_authors(text)
    if len(names) == 1 and _TEAM.fullmatch(names[0]):
        return True
    if not names or (len(names) == 1 and not (several or alone)):
        return False
    if several and len(names) == 1 and names[0].isalpha() and names[0][0].isupper():
        return True  # Vaswani et al.
    good = sum(name.strip(".…") == "" or _is_name(name) for name in names)
    if good > 1 and good == len(names) - 1:
        good += any(map(is_group, names))
    return good * 5 >= len(names) * 4


def _begins_with_names(text: str) -> bool:
    """Look at the first names only: most long texts are prose."""
    names = _SEPARATOR.split(text[: 2 * _LONGEST_PART])
    return len(names) > 1 and any(map(_is_name, names[:3]))


def _is_name(name: str) -> bool:
    if len(name) > _LONGEST_NAME or (words := len(name.split())) > _MOST_WORDS:
        return False
    if _CJK_NAME.fullmatch(name):
        return True
    if words > 1 and _HANGUL.search(name) and not _KOREAN_NAME.fullmatch(name):
        return False
    return words > 1 and bool(_NAME.fullmatch(name)) and not _SENTENCE.search(name)


def _outside_parentheses(text: str) -> list[str]:
    if "(" not in text:
        return _SEPARATOR.split(text)
    parts, start, depth, at = [], 0, 0, 0
    closers = [match.start() for match in re.finditer(r"[()]", text)]
    for match in _SEPARATOR.finditer(text):
        while at < len(closers) and closers[at] < match.start():
            depth = max(0, depth + (1 if text[closers[at]] == "(" else -1))
            at += 1
        if not depth:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]
