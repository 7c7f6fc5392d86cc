"""What is copied or opened is what the message says, with the certainty it says."""

from dataclasses import replace

import pytest

from tuireader.domain.links import Link, LinkOrigin
from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.services.browser import OpenResult
from tuireader.services.clipboard import CopyResult
from tuireader.ui.links import LinkHandler
from tuireader.ui.messages import LinkRequested

ABS = "https://arxiv.org/abs/2408.16293"
PAPER = Paper(
    key="arxiv:2408.16293",
    keys=("arxiv:2408.16293",),
    title="A [Tricky] Title_of 100%",
    authors=("Ada Author", "Bo Writer"),
    date="2024-08-30",
    tags=(),
    arxiv_id="2408.16293",
    url=ABS,
    source="x.md",
    line=1,
    format="vault",
    appearances=(),
    entry=0,
    entries=(0,),
)
OWN = Link(ABS, LinkOrigin.OWN)
SEARCH = Link("https://arxiv.org/search/?query=A&searchtype=title", LinkOrigin.SEARCH)


class OneLink(Library):
    """A library in which every paper has the same link."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def link(self, paper: Paper) -> Link:  # noqa: ARG002
        return self._link


class Outside:
    """Clipboard and browser that answer as they are told."""

    def __init__(self, copied: CopyResult, opened: OpenResult) -> None:
        self.copied, self.opened = copied, opened
        self.texts: list[str] = []
        self.urls: list[str] = []
        self.sent: list[str] = []

    def copy(self, text: str) -> CopyResult:
        self.texts.append(text)
        return self.copied

    def open(self, url: str) -> OpenResult:
        self.urls.append(url)
        return replace(self.opened, url=url)


def ask(
    purpose: str,
    link: Link = OWN,
    paper: Paper = PAPER,
    copied: CopyResult = CopyResult(copied=True, route="clipboard"),  # noqa: B008
    opened: OpenResult = OpenResult(opened=True),  # noqa: B008
) -> tuple[Outside, str, str]:
    outside = Outside(copied, opened)
    handler = LinkHandler(outside, outside)  # type: ignore[arg-type]
    request = LinkRequested(paper, OneLink(link), purpose)
    notice = handler.handle(request, outside.sent.append)
    return outside, f"{notice.subject} {notice.text}".strip(), notice.severity


def test_a_verified_copy_is_called_copied() -> None:
    outside, text, severity = ask("copy")
    assert (outside.texts, text, severity) == ([ABS], f"{ABS} copied", "information")
    assert not outside.sent


def test_an_unverified_copy_is_only_sent() -> None:
    unsure = CopyResult(copied=False, reason="no tool", to_terminal=True)
    outside, text, _ = ask("copy", copied=unsure)
    assert outside.sent == [ABS]
    assert text == f"{ABS} sent to the terminal"


def test_a_failed_copy_says_why_and_shows_the_link() -> None:
    failed = CopyResult(copied=False, reason="the clipboard tool hung")
    _, text, severity = ask("copy", copied=failed)
    assert text == f"{ABS} not copied: the clipboard tool hung"
    assert severity == "warning"


def test_a_search_is_called_a_search() -> None:
    _, text, _ = ask("copy", link=SEARCH, paper=PAPER._replace(arxiv_id=None, url=None))
    assert text.index("a title search") < text.index("copied") < text.index("https://")


def test_a_link_of_another_entry_names_where_it_is_from() -> None:
    link = Link(ABS, LinkOrigin.OTHER_ENTRY, "2024/240830 Note.md")
    assert "2024/240830 Note.md" in ask("copy", link=link)[1]


@pytest.mark.threat("T11", "T12")
@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "--help"])
def test_no_other_kind_of_address_is_copied(url: str) -> None:
    outside, text, severity = ask("copy", link=Link(url, LinkOrigin.OWN))
    assert not outside.texts
    assert severity == "warning"
    assert "not copied" in text


@pytest.mark.parametrize(
    ("purpose", "copied"),
    [
        ("copy-pdf", "https://arxiv.org/pdf/2408.16293"),
        ("copy-id", "2408.16293"),
        ("copy-title", PAPER.title),
        ("copy-markdown", rf"[A \[Tricky\] Title_of 100%]({ABS})"),
    ],
)
def test_parts_of_a_paper_are_copied(purpose: str, copied: str) -> None:
    assert ask(purpose)[0].texts == [copied]


def test_bibtex_has_eprint_and_authors_and_escapes_what_tex_would_run() -> None:
    [text] = ask("copy-bibtex")[0].texts
    assert text.startswith("@misc{author2024tricky,")
    assert "author = {Ada Author and Bo Writer}" in text
    assert "eprint = {2408.16293}" in text
    assert r"Title\_of 100\%" in text


@pytest.mark.parametrize("purpose", ["copy-pdf", "copy-id", "pdf"])
def test_a_paper_without_id_has_no_pdf(purpose: str) -> None:
    outside, text, severity = ask(purpose, paper=PAPER._replace(arxiv_id=None))
    assert not outside.texts
    assert not outside.urls
    assert "no arXiv id" in text
    assert severity == "warning"


def test_a_citation_never_holds_a_search() -> None:
    paper = PAPER._replace(arxiv_id=None, url=None)
    assert ask("copy-markdown", SEARCH, paper)[0].texts == [PAPER.title]


def test_open_says_what_was_opened() -> None:
    outside, text, _ = ask("open")
    assert outside.urls == [ABS]
    assert text == f"{ABS} opened"
    assert ask("pdf")[0].urls == ["https://arxiv.org/pdf/2408.16293"]


def test_without_a_browser_the_link_is_copied_instead() -> None:
    none = OpenResult(opened=False, reason="there is no browser here")
    outside, text, _ = ask("open", opened=none)
    assert outside.texts == [ABS]
    assert text == f"{ABS} not opened, copied; there is no browser here"


@pytest.mark.parametrize(
    ("purpose", "lines"),
    [
        ("many-copy", [ABS, ABS]),
        ("many-title", [PAPER.title, PAPER.title]),
        ("many-markdown", [f"- [A \\[Tricky\\] Title_of 100%]({ABS})"] * 2),
    ],
)
def test_several_are_copied_a_line_each_and_counted(
    purpose: str, lines: list[str]
) -> None:
    outside = Outside(
        CopyResult(copied=True, route="clipboard"), OpenResult(opened=True)
    )
    handler = LinkHandler(outside, outside)  # type: ignore[arg-type]
    request = LinkRequested(PAPER, OneLink(OWN), purpose, iter([PAPER, PAPER]))
    notice = handler.handle(request, outside.sent.append)
    assert outside.texts == ["\n".join(lines)]
    assert notice.subject.startswith("2 ")


def test_several_of_which_none_has_it_copy_nothing() -> None:
    outside = Outside(
        CopyResult(copied=True, route="clipboard"), OpenResult(opened=True)
    )
    handler = LinkHandler(outside, outside)  # type: ignore[arg-type]
    request = LinkRequested(PAPER, OneLink(OWN), "many-copy", ())
    assert handler.handle(request, outside.sent.append).severity == "warning"
    assert not outside.texts
