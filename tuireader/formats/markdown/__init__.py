"""Markdown and HTML digests: one engine over a document tree.

Headings, list items, table rows, `<details>` and the parts of a saved page are entries
by the same rules; none of them is about one publisher. The parsers are imported when
the first such digest is read.
"""

import re
from itertools import islice

from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.dates import date_of_line

_NUMBER = r"[0-9]{2}(?:0[1-9]|1[0-2])\.?[0-9]{4,5}(?:v[0-9]{1,2})?(?![0-9])"
# An address or a mark with an arXiv id: what a digest has one of for each paper.
_PAPER = re.compile(rf"[/\[(\".:：=` ]{_NUMBER}")
# How a line begins that is no prose: with a mark, a field's name or an address.
_LISTED = re.compile(
    r"[^\w\n]|[0-9]{1,4}[.)/、]\s?|https?:|arxiv[:\s]|[^\n:：]{2,24}[:：]",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^[^\w\n]{0,12}(?:authors?|abstract|summary|tl;?dr|published|categories|keywords|tags|arxiv|date"
    r"|作者|摘要|关键词|标签|分类|日期|发布日期|一句话.{0,6}|저자|초록|요약|키워드|태그|날짜"
    r"|著者|要旨|要約|概要|キーワード|タグ|日付)[^\n:：]{0,24}[:：]"
    r"|^#{1,6}[^\n]{0,12}(?:abstract|摘要|초록|要旨|概要)",
    re.MULTILINE | re.IGNORECASE,
)
_NAME = re.compile(
    r"daily|weekly|digest|papers|arxiv|newsletter|roundup|日报|周报|论文|速递|논문|다이제스트"
    r"|주간|데일리|論文|まとめ",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"^#{{1,6}} [^\n]{{0,400}}?[/\[(]{_NUMBER}", re.MULTILINE)
# A heading, and within the next few lines the id of its paper.
_HEADED_BELOW = re.compile(
    r"^#{2,4} [^\n]{8,300}\n{1,2}(?:[^\n]{1,300}\n){0,2}[^\n]{0,60}"
    r"(?:arxiv\.org/|arxiv:)",
    re.MULTILINE | re.IGNORECASE,
)
_HEADING = re.compile(r"^#{1,3} \S|^[^\n]{1,200}\n(?:===|---)", re.MULTILINE)
_SUBHEADING = re.compile(r"^#{2,4} [^\n]{3}", re.MULTILINE)
_PAGE = re.compile(
    r"\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,20}|<!--[^>]{0,400}-->\s{0,20})?"
    r"<(?:!doctype html|html)\b",
    re.IGNORECASE,
)
_MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd", ".mdx"))
_HTML = frozenset((".html", ".htm", ".xhtml"))
_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,3}[.)])\s")
_LOOK = 65_536
_TOP = 8
_ENOUGH = 12
_SEVERAL = 4
_FIELDS_OF_ONE = 2
_FIELDS_OF_SEVERAL = 4


class MarkdownDigest:
    """A Markdown page that lists papers, or one with the fields of a paper."""

    name = "markdown"

    def recognise(self, source: Source) -> Recognition:
        """Count lines that list a paper and lines that are fields."""
        text = source.text
        if text.startswith(("http", "{", "[{", "\\\\")) or _PAGE.match(text):
            return Recognition(0, "")
        head = text[:_LOOK]
        listed = _lines_that_list(head)
        known = source.extension in _MARKDOWN
        if listed > 1:
            score = _score_of_list(source, head, listed, known=known)
            return Recognition(score if known else score - 20, _many(listed))
        if known and _count(_SUBHEADING, head) > 1 and _count(_PAPER, head) > 1:
            return Recognition(62, "papers below several headings")
        page = _behind_front(head)
        fields = _count(_FIELD, page)
        if fields >= _FIELDS_OF_ONE and _HEADING.search(page):
            return Recognition(
                72 if known else 30, f"heading and {fields} fields of a paper"
            )
        if known:
            return _page(source, listed)
        return Recognition(0, "")

    def read(self, source: Source) -> Reading:
        """Read every entry, and name what is not about a paper."""
        from tuireader.formats.markdown.reader import read_markdown

        return read_markdown(source)


class HtmlDigest:
    """A saved HTML page that lists papers, such as a newsletter."""

    name = "html"

    def recognise(self, source: Source) -> Recognition:
        """See whether it is a page; count the papers that it names."""
        text = source.text
        page = text[:99].lstrip()[:1] == "<" and bool(_PAGE.match(text))
        if not page and source.extension not in _HTML:
            return Recognition(0, "")
        named = _count(_PAPER, text)
        reason = (
            f"HTML page that names papers in {named} places" if named else "HTML page"
        )
        return Recognition(80 if named else 20, reason)

    def read(self, source: Source) -> Reading:
        """Read every entry, and name what is not about a paper."""
        from tuireader.formats.markdown.reader import read_html

        return read_html(source)


def _behind_front(text: str) -> str:
    """Return `text` without front matter: its keys are no fields of the page.

    Nor is its last line the rule below a heading.
    """
    end = text.find("\n---", 3) if text.startswith("---\n") else -1
    return text[end + 4 :] if end >= 0 else text


def _score_of_list(source: Source, head: str, listed: int, *, known: bool) -> int:
    """Say how sure lines that list papers make, before it counts if it is Markdown."""
    if not (listed >= _SEVERAL or _is_sure(source, head)):
        score = 50
    elif known and _count(_SUBHEADING, head) > 1 < _count(_FIELD, head):
        score = 78  # before dated texts with hashtags but without headings
    else:
        score = 75
    below = known and not head.startswith("---") and _count(_HEADED_BELOW, head) > 1
    return 93 if below else score


def _is_sure(source: Source, head: str) -> bool:
    """Say whether two or three papers make a digest.

    They stand in headings or have fields, or the name of the file says so.
    """
    named = _count(_HEADED, head) > 1 or _NAME.search(source.name)
    return bool(named) or _count(_FIELD, head) >= _FIELDS_OF_SEVERAL


def _page(source: Source, listed: int) -> Recognition:
    """Say how sure a Markdown page is that lists one paper or none."""
    if listed and _is_of_day(source):
        return Recognition(62, "a day with one paper")
    return Recognition(8 if listed else 4, "Markdown page")


def _is_of_day(source: Source) -> bool:
    """Say whether a page is named after a day and begins with a paper.

    Its name or a heading is the day; below headings stands an item, or a heading, that
    links the paper. Notes that mention one begin with words.
    """
    dated = date_of_line(source.name) is not None
    for line in islice(filter(None, map(str.strip, source.lines)), _TOP):
        heading = line.startswith("#")
        if (heading or _ITEM.match(line)) and _PAPER.search(line):
            return dated
        if not heading:
            return False
        dated = dated or date_of_line(line) is not None
    return False


def _lines_that_list(text: str) -> int:
    """Count lines that name a paper and are no prose, up to enough."""
    listed, end = 0, -1
    for match in _PAPER.finditer(text):
        if match.start() < end:
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", start)
        listed += bool(_LISTED.match(text, start))
        if listed >= _ENOUGH or end < 0:
            break
    return listed


def _count(pattern: "re.Pattern[str]", text: str) -> int:
    """Count matches, but not further than is enough to be sure."""
    return sum(1 for _ in zip(pattern.finditer(text), range(_ENOUGH), strict=False))


def _many(listed: int) -> str:
    return f"{'at least ' if listed >= _ENOUGH else ''}{listed} lines that list a paper"
