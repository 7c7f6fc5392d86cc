"""Lists of authors in plain digests that stand without parentheses."""

import re
from collections.abc import Sequence

from tuireader.formats.author_lists import author_list, is_cjk_name
from tuireader.formats.people import TEAMS, is_group
from tuireader.formats.plain_kinds import ASIDE, Kind, Line
from tuireader.formats.plain_links import lone_link
from tuireader.formats.plain_marks import PICTURE, is_title_line
from tuireader.text.others import stands_for_others

_LABELLED = re.compile(
    r"(?:[-*] )?[*_]{0,2}(?:authors?|author\(s\)|by|written by|저자|지은이|著者|作者)"
    r"[*_]{0,2}\s?[:：][*_]{0,2}\s*(\S.*)",
    re.IGNORECASE,
)
_LABEL_WITHIN = 24
# `by Ada Lovelace` · `- Ada Lovelace, Alan Turing` · `👥 Ada Lovelace, Alan Turing`
_PREFIX = re.compile(
    rf"(?:(?:by|written by|[-–—•*])\s+|{PICTURE})(?=\S)", re.IGNORECASE
)
# `Segment Anything, Alexander Kirillov et al.`
_CITED = re.compile(r", ([^,:]{5,40}) et al\.?$")
_YEAR_BEHIND = re.compile(r"\s?[(,]\s?(?:19|20)[0-9]{2}\)?$")
_LONGEST = 4096
_SENTENCE_ENDS = (".", "!", "?", "。", ")")
# What titles and their second parts are made of, and no list of people is:
# `— A Survey, An Overview`, `- Language Models, Vision Models`.
_IN_TITLES = frozenset(
    re.findall(
        r"\w+",
        """
        agents algorithms analysis application applications approach approaches
        architecture architectures attention benchmark benchmarks beyond challenges
        classification data datasets detection diffusion directions embeddings
        evaluation experiments framework generation images inference introduction
        knowledge language learning method methods models network networks objects
        opportunities optimisation optimization overview perspective perspectives
        practice principles problem problems questions reasoning recognition
        representation representations results retrieval review segmentation survey
        system systems tasks techniques text theory training transformer transformers
        translation tutorial understanding video videos
        """,
    )
)
_IN_NO_NAME = frozenset(':?!/0123456789#@"“”=<>')


def is_labelled_list(text: str) -> bool:
    """Say whether a line is `Authors: …`."""
    start = text[:_LABEL_WITHIN]
    return (":" in start or "：" in start) and _LABELLED.fullmatch(text) is not None


def author_text(line: str) -> str:
    """Return the list of names in an author line, without what marks it as one."""
    if line[0] in "*_" and line[0] == line[-1]:
        line = line.strip("*_ ") or line
    if match := _LABELLED.fullmatch(line):
        line = match[1]
    elif prefix := _PREFIX.match(line):
        line = line[prefix.end() :]
    return line[1:-1] if line[:1] in "(（[" else line


def are_bare_names(above: str, text: str, below: str) -> bool:
    """Say whether `text` is an author list that has no parentheses.

    Only the place makes it one: between a title and the paper's address on arXiv. A
    lone name could be a subtitle, and words between commas a title.

    Args:
        above: The line above it.
        text: The line itself.
        below: The line below it.
    """
    link = lone_link(below) if above and below else None
    if not link or not link.arxiv_id:
        return False
    return is_title_line(above) and are_names(text)


def is_byline(above: str, text: str) -> bool:
    """Say whether `text` is a list of names below a title.

    Args:
        above: The line above it.
        text: The line itself.
    """
    if not above or not _may_be_names(text) or not is_title_line(above):
        return False
    return are_names(text)


def mark_names(lines: Sequence[Line]) -> None:
    """Mark lists of names that only their place below a title tells.

    Args:
        lines: The lines of a digest; some become author lines.
    """
    listed = any(line.kind is Kind.AUTHORS for line in lines)
    for index in range(1, len(lines)):
        line = lines[index]
        if line.kind is not Kind.TEXT or not _may_be_names(line.text):
            continue
        top = _title_above(lines, index)
        if top < 0 or not are_names(line.text):
            continue
        below = lines[index + 1] if index + 1 < len(lines) else None
        linked = below is not None and below.kind is Kind.LINK
        prefixed = _PREFIX.match(line.text) is not None
        if linked or prefixed or (not listed and _begins(lines, top)):
            line.kind = Kind.AUTHORS


def split_byline(title: str) -> tuple[str, tuple[str, ...]]:
    """Return title and authors of `Title — Ada Lovelace, Alan Turing (2024)`.

    `Title, by Ada Lovelace and Alan Turing` is of the kind.
    """
    text = _YEAR_BEHIND.sub("", title)
    for dash in (" — ", " – ", " | ", " - ", " / ", ", by ", " by "):
        head, found, tail = text.rpartition(dash)
        several = "," in tail or (" and " in tail and "by" in dash)
        if found and head and several and are_names(tail):
            return head, author_list(tail, strict=True)
    if (cited := _CITED.search(text)) and are_names(f"{cited[1]} et al."):
        return text[: cited.start()], author_list(cited[1], strict=False)
    return title, ()


def _may_be_names(text: str) -> bool:
    return len(text) < _LONGEST and (
        any(joint in text for joint in (", ", " and ", " 외", "ほか"))
        or text[:2].casefold() == "by"
        or text.endswith(TEAMS)
    )


def _title_above(lines: Sequence[Line], index: int) -> int:
    """Return the index of the title that stands above a list of names, or -1."""
    top = index - 1
    if lines[top].kind is Kind.LINK:
        top -= 1
    if top < 0 or lines[top].kind is not Kind.TEXT:
        return -1
    return top if is_title_line(lines[top].text) else -1


def _begins(lines: Sequence[Line], top: int) -> bool:
    """Say whether a line above names stands where an entry can begin."""
    if top == 0 or lines[top].blanks or lines[top - 1].text.endswith(_SENTENCE_ENDS):
        return True
    return lines[top - 1].kind in {Kind.DATE, Kind.TAGS, Kind.RULE, *ASIDE}


def are_names(text: str) -> bool:
    """Say whether a line is a list of people and nothing else: two, or one team."""
    if len(text) > _LONGEST or (text.endswith((".", ":")) and not text.endswith("al.")):
        return False
    by = text[:2].casefold() == "by"
    names = author_list(author_text(text), strict=not by)
    people = [name for name in names if not stands_for_others(name)]
    more = 0 < len(people) < len(names)
    one = by or text.endswith(TEAMS)
    if len(people) > 2 and is_group(people[0]):  # noqa: PLR2004  two people
        del people[0]
    whole = [name for name in people if not is_cjk_name(name)]
    if not whole and not more:  # `모델, 데이터` are words
        whole = people
    return len(names) > 1 - one and all(map(_is_whole_name, whole))


def _is_whole_name(name: str) -> bool:
    if " " not in name or not name[0].isalpha() or set(name) & _IN_NO_NAME:
        return False
    return _IN_TITLES.isdisjoint(name.casefold().split())
