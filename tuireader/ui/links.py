"""Copies and opens what the reader asks for, and says what is certain about it."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.citation import bibtex, markdown
from tuireader.domain.links import Link, LinkOrigin
from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.services.browser import Browser, checked_address
from tuireader.services.clipboard import Clipboard
from tuireader.ui.messages import LinkRequested, Notice, Send

_SEVERAL = {
    "copy": "links", "title": "titles", "markdown": "lines of Markdown",
    "bibtex": "entries of BibTeX",
}  # fmt: skip
_ORIGINS = {
    LinkOrigin.OWN: "",
    LinkOrigin.OTHER_ENTRY: " (the link in {source})",
    LinkOrigin.RESOLVED: " (a link resolved earlier)",
    LinkOrigin.SEARCH: ": {url}",
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

    def _copy(self, wanted: "_Wanted", send: Send) -> Notice:
        if not wanted.text:
            return Notice(wanted.note, "warning", wanted.subject)
        result = self._clipboard.copy(wanted.text)
        if result.to_terminal:
            send(wanted.text)
        certain = result.copied or result.to_terminal or result.route
        return Notice(
            f"{result.words}{wanted.note}",
            "information" if certain else "warning",
            wanted.subject or wanted.text.split("\n", 1)[0],
        )

    def _open(self, link: Link, send: Send) -> Notice:
        result = self._browser.open(link.url)
        if not result.url:
            return Notice(f"not opened: {result.reason}", "warning", link.url)
        link = link._replace(url=result.url)
        if result.opened:
            return Notice(f"opened{_origin(link)}", subject=_name(link))
        copied = self._copy(_Wanted(link.url, _origin(link), _name(link)), send)
        return replace(
            copied,
            text=f"not opened, {copied.text}; {result.reason}",
            severity="warning",
        )

    def _open_pdf(self, request: LinkRequested, link: Link, send: Send) -> Notice:
        pdf = _pdf(request.paper)
        if not pdf:
            return Notice(
                "no PDF: the paper has no arXiv id; `o` opens its page", "warning"
            )
        return self._open(Link(pdf, link.origin, link.source), send)


class _Wanted(NamedTuple):
    text: str
    """What to copy; nothing if there is nothing."""
    note: str
    """What is to be said of it, or why there is nothing."""
    subject: str = ""
    """What to call it; its first line unless this says otherwise."""


def _wanted(request: LinkRequested, link: Link) -> _Wanted:
    """Return what to copy of a paper."""
    if request.purpose != "copy":
        return _part(request.paper, request.purpose, link)
    address = checked_address(link.url)
    if address is None:
        return _Wanted("", "not copied: it is not a plain web address", link.url)
    link = link._replace(url=address)
    return _Wanted(address, _origin(link), _name(link))


def _together(request: LinkRequested) -> _Wanted:
    """Return what to copy of several papers; it is called by how many have it."""
    purpose = request.purpose.removeprefix("many-")
    parts = [
        part
        for paper in request.papers
        if (part := _one_of_many(paper, request.library, purpose))
    ]
    between = "\n\n" if purpose == "bibtex" else "\n"
    if not parts:
        return _Wanted("", "not copied: none of them has it")
    name = f"{len(parts):,} {_SEVERAL[purpose]}" if len(parts) > 1 else ""
    return _Wanted(between.join(parts), "", name)


def _one_of_many(paper: Paper, library: Library, purpose: str) -> str:
    link = library.link(paper)
    if purpose == "copy":
        return checked_address(link.url) or ""
    text = _part(paper, f"copy-{purpose}", link).text
    return f"- {text}" if purpose == "markdown" else text


def _part(paper: Paper, purpose: str, link: Link) -> _Wanted:
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
        return _Wanted(text, "")
    return _Wanted("", "not copied: the paper has no arXiv id")


def _pdf(paper: Paper) -> str:
    identity = ArxivId.parse(paper.arxiv_id or "")
    return identity.pdf_url if identity else ""


def _origin(link: Link) -> str:
    return _ORIGINS[link.origin].format(source=link.source, url=link.url)


def _name(link: Link) -> str:
    """Return what to call a link: itself, unless it is not the paper's."""
    is_search = link.origin is LinkOrigin.SEARCH
    return "no link here: a title search" if is_search else link.url
