"""Copies and opens what the reader asks for, and says what is certain about it."""

from collections.abc import Callable

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.citation import bibtex, markdown
from tuireader.domain.links import Link, LinkOrigin
from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.services.browser import Browser, checked_address
from tuireader.services.clipboard import Clipboard
from tuireader.ui.messages import LinkRequested, Notice, Send

_ORIGINS = {
    LinkOrigin.OWN: "",
    LinkOrigin.OTHER_ENTRY: " (the link in {source})",
    LinkOrigin.RESOLVED: " (a link resolved earlier)",
    LinkOrigin.SEARCH: " (a title search: the digest gives no link)",
}


class LinkHandler:
    """The reader's own clipboard and browser."""

    def __init__(self, clipboard: Clipboard, browser: Browser) -> None:
        self._clipboard = clipboard
        self._browser = browser

    def handle(self, request: LinkRequested, send: Send) -> Notice:
        """Copy or open as `request` asks."""
        if request.purpose.startswith("many-"):
            return self._copy(_together(request), send)
        link = request.library.link(request.paper)
        if request.purpose == "open":
            return self._open(link, send)
        if request.purpose == "pdf":
            return self._open_pdf(request, link, send)
        return self._copy(_wanted(request, link), send)

    def _copy(self, wanted: tuple[str, str], send: Send) -> Notice:
        text, note = wanted
        if not text:
            return Notice(note, "warning")
        result = self._clipboard.copy(text)
        if result.to_terminal:
            send(text)
        shown = text.split("\n", 1)[0]
        words = f"{result.words}{note}: {shown}"
        certain = result.copied or result.to_terminal or result.route
        return Notice(words, "information" if certain else "warning")

    def _open(self, link: Link, send: Send) -> Notice:
        result = self._browser.open(link.url)
        if result.opened:
            return Notice(f"opened{_origin(link)}: {result.url}")
        if not result.url:
            return Notice(f"not opened: {result.reason}: {link.url}", "warning")
        copied = self._copy((result.url, _origin(link)), send)
        return Notice(f"{result.reason}; {copied.text}", "warning")

    def _open_pdf(self, request: LinkRequested, link: Link, send: Send) -> Notice:
        pdf = _pdf(request.paper)
        if not pdf:
            return Notice(
                "no PDF: the paper has no arXiv id; `o` opens its page", "warning"
            )
        return self._open(Link(pdf, link.origin, link.source), send)


def _wanted(request: LinkRequested, link: Link) -> tuple[str, str]:
    """Return what to copy and a note on it; nothing and why, if there is nothing."""
    if request.purpose != "copy":
        return _part(request.paper, request.purpose, link)
    address = checked_address(link.url)
    if address is None:
        return "", f"not copied: this is not a plain web address: {link.url}"
    return address, _origin(link)


def _together(request: LinkRequested) -> tuple[str, str]:
    """Return what to copy of several papers, and how many have it."""
    purpose = request.purpose.removeprefix("many-")
    parts = [
        part
        for paper in request.papers
        if (part := _one_of_many(paper, request.library, purpose))
    ]
    between = "\n\n" if purpose == "bibtex" else "\n"
    if not parts:
        return "", "not copied: none of them has it"
    return between.join(parts), f" ({len(parts):,} papers)"


def _one_of_many(paper: Paper, library: Library, purpose: str) -> str:
    link = library.link(paper)
    if purpose == "copy":
        return checked_address(link.url) or ""
    text, _ = _part(paper, f"copy-{purpose}", link)
    return f"- {text}" if purpose == "markdown" else text


def _part(paper: Paper, purpose: str, link: Link) -> tuple[str, str]:
    # A search leads to the paper but is not its address: no citation may hold it.
    own = "" if link.origin is LinkOrigin.SEARCH else link.url
    parts: dict[str, Callable[[], str | None]] = {
        "copy-pdf": lambda: _pdf(paper),
        "copy-id": lambda: paper.arxiv_id,
        "copy-title": lambda: paper.title,
        "copy-markdown": lambda: markdown(paper, own),
        "copy-bibtex": lambda: bibtex(paper, own),
    }
    if text := parts[purpose]():
        return text, ""
    return "", "not copied: the paper has no arXiv id"


def _pdf(paper: Paper) -> str:
    identity = ArxivId.parse(paper.arxiv_id or "")
    return identity.pdf_url if identity else ""


def _origin(link: Link) -> str:
    return _ORIGINS[link.origin].format(source=link.source)
