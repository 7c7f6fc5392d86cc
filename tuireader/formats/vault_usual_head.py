"""The head of a usual vault note: what stands above its body.

Each gives what the reader of lines gives, or nothing where that may give other.
"""

import re
from collections.abc import Sequence

from tuireader.domain.entry import Paragraph
from tuireader.formats.author_lists import author_list, split_authors
from tuireader.formats.draft import Draft
from tuireader.formats.links import OwnLink, link_of_line, own_link
from tuireader.formats.titles import is_latin, read_title_line
from tuireader.formats.vault_addresses import (
    NEAR,
    address_of,
    choose_own,
    named_addresses,
    names_title,
)
from tuireader.formats.vault_fields import begins_with_label, names_people
from tuireader.formats.vault_head import starts_paper
from tuireader.formats.vault_shape import is_prose

Head = tuple[str, tuple[str, ...], str]
"""Title, authors, and the body below them."""
# What the first line below an address begins with, if it may be more than prose.
_NO_PROSE = tuple("[-*+_")
_LONGEST_TITLE = 300
_MOST_BREAKS = 5


def usual_head(
    star: str, title: str, names: str, abstract: str | None, body: str
) -> Head | None:
    """Return title and authors; None if the reader of lines may take others.

    Args:
        star: The sign of emphasis around the title, or empty.
        title: It, perhaps over several lines; in Latin script if there is no star.
        names: What stands in parentheses behind it, likewise.
        abstract: What is quoted below it.
        body: What stands below both.
    """
    if "\n" in title or "\n" in names:
        title, names = _unbroken(star, title, names)
    authors = split_authors(names) if star else author_list(names)
    if not authors or not _is_titled(title, star):
        return None
    if not abstract and _goes_on(authors, body):
        return None
    return title, authors, body


def odd_head(match: re.Match[str], name: str) -> Head | None:
    """Return the head of a note whose title is of another form, or is not there.

    Args:
        match: Of `NOTE`.
        name: The title of a note that has none.
    """
    gap, line, abstract, body = match.group("gap", "line", "quote", "body")
    if line and not gap and (line[0] in "*_" or is_latin(line)):
        title, authors = _odd_title(line)
        goes_on = not abstract and _goes_on(authors, body)
        return None if goes_on or not title else (title, authors, body)
    start = match.start("body")
    if line or match["names"]:  # a sentence that ends with a parenthesis
        start = match.start("line" if line else "title")
        body = match.string[start : match.end("body")]
        if abstract or not is_prose(body.partition("\n")[0]):
            return None
    if not name or (body and not _is_untitled(match.string[start:], gap)):
        return None
    return (name, (), body) if body or not match["behind"] else None


def _odd_title(line: str) -> tuple[str, tuple[str, ...]]:
    """Return title and authors of a line with more than one parenthesis, or nothing."""
    found = None if begins_with_label(line) else read_title_line(line)
    if found is None or found.url or not found.authors:
        return "", ()
    return found.title, found.authors


def own_beside(url: str, more: str) -> tuple[OwnLink, list[Paragraph]]:
    """Return the own link of the addresses of a head, empty if none is, and the others.

    Args:
        url: The first address.
        more: The others, a line each; what is not the own link becomes a paragraph.
    """
    draft = Draft(1, None)
    choose_own(draft, [url, *more.split()])
    return OwnLink(draft.url or "", draft.arxiv_id), draft.paragraphs


def _unbroken(star: str, title: str, names: str) -> tuple[str, str]:
    """Return title and authors, set in below as listings of arXiv have them, in a line.

    Neither where they stand on more lines than the other reader looks at.
    """
    if star or title.count("\n") + names.count("\n") > _MOST_BREAKS:
        return "", ""
    title = " ".join([line.strip() for line in title.split("\n")])
    return title, " ".join([line.strip() for line in names.split("\n")])


def has_head(text: str, behind: int, own: str) -> bool:
    """Say whether an address below is the own one again, or another paper's.

    Args:
        text: The note.
        behind: Where the addresses end that it begins with.
        own: The own one.
    """
    if text.find("\nhttp", behind - 1) < 0:
        return False
    lines = text.split("\n")
    for at in range(max(text.count("\n", 0, behind), 1), len(lines)):
        if (line := lines[at]).startswith("http"):
            url, rest = link_of_line(line.strip())
            if (
                url
                and not rest
                and (own_link(url).url == own or starts_paper(lines, at))
            ):
                return True
    return False


def _is_titled(title: str, star: str) -> bool:
    """Say whether the reader of lines takes a title for the same."""
    if not star and "://" in title:
        return False
    if len(title) > _LONGEST_TITLE:
        return False
    if not title.isascii() and title != " ".join(title.split()):
        return False  # no-break spaces
    return "  " not in title and "\t" not in title and not begins_with_label(title)


def _goes_on(authors: Sequence[str], body: str) -> bool:
    """Say whether what stands below a title may say more about the paper."""
    if len(authors) == 1 and names_people(body.partition("\n")[0]):
        return True
    if body.startswith("|") and _is_row(body[1:].partition("\n")[0]):
        return True
    return begins_with_label(body)


def _is_row(rest: str) -> bool:
    """Say whether a line may be a row of a table of fields, from what is behind `|`."""
    return "|" in rest or ":" in rest or "：" in rest


def _is_untitled(text: str, gap: str | None) -> bool:
    """Say whether the first line below the address is a sentence and no title.

    Args:
        text: The note from that line on.
        gap: Not empty if it stands beside the address.
    """
    line, _, below = text.partition("\n")
    line = line.strip()
    # It may name further addresses, or stand above the title.
    if gap or "://" in line:
        said = not gap or "](" not in line
        if not said or names_title(below.split("\n", 3 * NEAR), 0):
            return False
    if gap:
        return True
    if line[-1:] == "）":  # as those of Chinese and Japanese titles are written
        return False
    return not line or (
        not line.startswith(_NO_PROSE)
        and not is_latin(line)
        and not begins_with_label(line)
        and not address_of(line)[0]
        and not named_addresses(line)
    )
