"""What only saved pages have: a day in their head, text shown in part, loose names."""

from itertools import islice
from typing import TYPE_CHECKING

from tuireader.formats.dates import find_date

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DAYS = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[name="date"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ('meta[name="citation_online_date"]', "content"),
    ("time[datetime]", "datetime"),
)
# A text that a click shows in full, and what is clicked.
_SHORT = "[class*=abstract-short], [class*=summary-short], [class*=text-truncated]"
_ARROWS = "▽△▾▴▼▲"
_LONGEST_PIECE = 48
_MOST = 20_000
_TEXT = "-text"


def day_of_page(parser: "LexborHTMLParser") -> str | None:
    """Return the day that a page says it is of, for machines to read."""
    for selector, attribute in _DAYS:
        node = parser.css_first(selector)
        text = node.attributes.get(attribute) if node else None
        if text and (day := find_date(text[:64])):
            return day
    return None


def arrange(parser: "LexborHTMLParser") -> None:
    """Leave out text that is repeated in full, and part names that only stand apart.

    What a page sets apart by its style sheet alone, spans side by side, would run
    together as text.

    Args:
        parser: The page, which is changed.
    """
    for node in islice(parser.css(_SHORT), _MOST):
        following = _next_element(node)
        text = node.text(strip=True).rstrip("▽ More….")
        if following and following.text(strip=True).startswith(text[:_LONGEST_PIECE]):
            node.decompose()
    for node in islice(parser.css("a:not([href])"), _MOST):
        text = node.text(strip=True)
        if text[:1] in _ARROWS and len(text) < len(_ARROWS) + 4:
            node.decompose()
    for node in islice(parser.css("div > span:first-child"), _MOST):
        if node.parent is not None and _are_pieces(node.parent):
            _part(node)


def _next_element(node: "LexborNode") -> "LexborNode | None":
    following = node.next
    while following is not None and following.tag == _TEXT:
        following = following.next
    return following


def _are_pieces(parent: "LexborNode") -> bool:
    """Say whether an element holds several short spans and no text of its own."""
    count = 0
    child = parent.first_child
    while child is not None:
        text = child.text()
        if child.tag == _TEXT:
            if text.strip():
                return False
        elif child.tag != "span" or not _is_piece(text.strip()):
            return False
        else:
            count += 1
        child = child.next
    return count > 1


def _is_piece(text: str) -> bool:
    """Say whether a span has several words, as names have, and is no sentence."""
    several = " " in text or "-" in text
    return len(text) <= _LONGEST_PIECE and several and text[-1] not in ".,;:"


def _part(first: "LexborNode") -> None:
    node: LexborNode | None = first.next
    while node is not None:
        if node.tag == "span":
            node.insert_before(" · ")
        node = node.next
