"""Author lists in parentheses: whether a text is one, and the names in it."""

import re

from tuireader.text.others import others_in, stands_for_others

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
# Words of a name that are written in lower case.
_PARTICLES = frozenset(
    re.findall(
        r"\w+",
        "de da di do dos das del della der den des du la le van von zu zur ten ter el "
        "al bin ibn ben y e i of the and for at et by team with und in on",
    )
)
_SUFFIXES = frozenset(
    re.findall(
        r"\S+", "jr jr. sr sr. ii iii iv ph.d. phd m.d. md inc inc. ltd ltd. llc"
    )
)
# The usual list, at the speed of one match: capitalised words between commas, in
# accented Latin letters too, the particles of a surname before the last of them.
_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f]"
_WORD = rf"{_CAPITAL}[A-Za-z0-9_.'’\u00c0-\u024f-]*+"
_USUAL = re.compile(
    rf"(?:{_WORD}(?: (?:(?:d[aei]|dos|del|de[nrs]?|van|von|la|las|le|el|al) )*+{_WORD})"
    r"{1,4}+(?:, (?=.)|\Z))++"
)
# What begins a remark in parentheses: `(via Twitter)`, `(see below)`.
_REMARKS = (
    "via ", "see ", "cf. ", "cf ", "e.g.", "i.e.", "http", "note", "source", "figure ",
    "fig. ", "table ", "appendix", "arxiv:", "link", "updated ", "translated ", "from ",
    "again", "edit", "참고", "출처", "via:", "blog", "code", "pdf", "paper",
)  # fmt: skip
# 김성현, 이 영희 · 山田太郎: a whole name in Hangul or Han.
_CJK_NAME = re.compile(
    "[\uac00-\ud7a3]{1,2} ?[\uac00-\ud7a3]{1,3}|[\u3400-\u9fff\u3040-\u30ff]{2,6}"
)
# A sentence ends: a lower-case word of three letters or more before the full stop.
_SENTENCE_END = re.compile(r"[^\W\d_A-Z]{3,}[.!?][)\]\"”’]*$")
_JOINTS = (
    " and ", "&", "·", ";", "、", "，", "﹐", " et al", " 외", "ほか", " 他", "等",
)  # fmt: skip
_AND = re.compile(r",? and |,? & | · |; ?|、|，|﹐")
_GROUPS = ("Team", "team", "Group", "Labs", "et al.", "et al")
_OF_GROUPS = frozenset(("of", "the", "for", "at", "in", "on"))
_KOREAN_GROUPS = ("팀", "연구소", "연구실", "대학교")
# `Ada Lee et al., 2024`
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LONGEST_NAME = 80
_MOST_WORDS = 9


def usual_authors(inner: str) -> tuple[str, ...]:
    """Return the names of the usual list, capitalised words between commas, or nothing.

    Args:
        inner: The text without its parentheses.
    """
    return tuple(inner.split(", ")) if _USUAL.fullmatch(inner) else ()


def author_list(inner: str, *, strict: bool = False) -> tuple[str, ...]:
    """Return the names in a text between parentheses, nothing if it is no such list.

    Args:
        inner: The text without its parentheses.
        strict: Whether the place tells nothing, so that a lone word or a single name
            does not suffice.
    """
    text = inner.strip()
    if "," in text and (names := usual_authors(text)):
        return names
    if not text or "://" in text or text[:10].casefold().startswith(_REMARKS):
        return ()
    if _SENTENCE_END.search(text[-40:]) and not text.endswith(("et al.", "et al.)")):
        return ()
    names = split_authors(text)
    if strict and len(names) == 1 and not text.endswith(_GROUPS):
        return ()
    # One odd name in five: initials, TeX accents and handles come in every form.
    odd = sum(not _is_name(name) for name in names)
    return names if odd * 5 <= len(names) else ()


def split_authors(inner: str) -> tuple[str, ...]:
    """Return the names in `inner`, split outside parentheses, each as it is written.

    `A, B and C` are three; `Louis Wolf, Jr.` is one; `et al.` stays as the last one.
    """
    inner = inner.strip().strip(",;").strip()
    if usual := usual_authors(inner):  # before the checks that a stranger list needs
        return usual
    if "(" in inner or "[" in inner or "{" in inner:
        parts = _split_outside_parentheses(inner)
    else:
        parts = inner.split(",")
    names = [name for part in parts if (name := part.strip())]
    if any(mark in inner for mark in _JOINTS):
        names = [name for part in names for name in _split_joined(part)]
    if names[1:] and _YEAR.fullmatch(names[-1]):
        del names[-1]
    if any(name.casefold() in _SUFFIXES for name in names[1:]):
        names = _with_suffixes(names)
    return tuple(names)


def _split_outside_parentheses(text: str) -> list[str]:
    parts: list[str] = []
    depth = start = 0
    for match in re.finditer(r"[(\[{)\]},]", text):
        char = match[0]
        if char == ",":
            if depth <= 0:
                parts.append(text[start : match.start()])
                start = match.end()
        else:
            depth += 1 if char in "([{" else -1
    parts.append(text[start:])
    return parts


def _split_joined(part: str) -> list[str]:
    part = part.removeprefix("and ").removeprefix("& ")
    tail: list[str] = []
    if part.endswith(("et al.", "et al")) and len(part) > len("et al."):
        head, _, rest = part.rpartition("et al")
        part, tail = head.rstrip(), ["et al" + rest]
    elif others := others_in(part):
        part, tail = part[: others.start()], [others[1]]
    names = [name for piece in _AND.split(part) if (name := piece.strip())]
    # `Center for Language and Speech Processing` is one; `Ann Lee and Bo Wu` are two.
    if len(names) > 1 and not all(map(_could_stand_alone, names)):
        names = [part]
    return names + tail


def _could_stand_alone(name: str) -> bool:
    if not _OF_GROUPS.isdisjoint(name.split()):
        return False
    return " " in name or name[:1].isupper() or not name.isascii()


def _with_suffixes(names: list[str]) -> list[str]:
    joined = names[:1]
    for name in names[1:]:
        if name.casefold() in _SUFFIXES:
            joined[-1] += f", {name}"
        else:
            joined.append(name)
    return joined


def is_cjk_name(name: str) -> bool:
    """Say whether a text can be a whole name in Hangul, kana or Han characters."""
    return _CJK_NAME.fullmatch(name) is not None


def _is_name(name: str) -> bool:
    if stands_for_others(name):
        return True
    if _HANGUL.search(name):
        return is_cjk_name(name) or name.endswith(_KOREAN_GROUPS)
    words = name.split()
    if len(name) > _LONGEST_NAME or len(words) > _MOST_WORDS or name[-1] in "?!":
        return False
    if len(words) == 1:
        return not name.isdigit()
    low = sum(word[0].islower() and word not in _PARTICLES for word in words)
    return low == 0 or (low * 2 <= len(words) and not name[0].islower())
