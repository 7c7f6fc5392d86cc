"""Vault notes: Markdown files about one paper, collected over years."""

import re
from itertools import islice

from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.path_dates import split_name
from tuireader.formats.vault_reader import read_note

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_PROJECT_PAGES = (
    "readme", "license", "licence", "changelog", "contributing", "code_of_conduct",
    "security", "authors", "todo",
)  # fmt: skip
# Keys of front matter that only a paper has, and those that blog posts have as well.
_PAPER_KEYS = re.compile(
    r"^(?:arxiv(?:[_-]?id)?|doi|citekey|zotero\w*) ?: ?\S", re.MULTILINE | re.IGNORECASE
)
_LIKELY_KEYS = re.compile(
    r"^(?:authors?|url|year|venue|journal|abstract) ?:", re.MULTILINE | re.IGNORECASE
)
# A link that begins a list item, a heading or a table cell: one of many papers.
_LISTED = re.compile(
    r"^(?:[ \t]{0,8}(?:[-*+]|[0-9]{1,4}[.)]|#{1,6})[ \t]|\|)[^\n]{0,400}?"
    r"(?:arxiv\.org/|huggingface\.co/papers/)",
    re.MULTILINE,
)
_BLOCK_OF_HTML = re.compile(
    r"^<(?:div|p|section|article|table|details)\b", re.MULTILINE
)
_TITLED = Recognition(90, "address and title line first")
_ADDRESSED = Recognition(85, "address first")
_HEAD = 4096
_TOP = 1024
"""Characters in which a title stands that is below an address."""
_MANY = 3


class VaultNote:
    """A note about one paper; also what any other Markdown note is read as."""

    name = "vault"

    def recognise(self, source: Source) -> Recognition:
        """Say how sure it is: an address first, a dated file name, front matter.

        Any other Markdown file scores low, so that a note is never lost and a digest of
        several papers goes to the format that knows those.
        """
        text = source.text
        if text.startswith(("https://", "http://")):
            # `*Title* (Authors)`, as notes since 2024 have it.
            if 0 < text.find("\n*", 0, _TOP) < text.find("* (", 0, _TOP):
                return _TITLED
            linked = "[" in text and text.count("](") >= _MANY
            if source.extension in _MARKDOWN and not linked:
                return _ADDRESSED
        if source.extension not in _MARKDOWN:
            return Recognition(0, "")
        return self._other(source, text[:_HEAD])

    def _other(self, source: Source, head: str) -> Recognition:
        if len(list(islice(_LISTED.finditer(head), _MANY))) == _MANY:
            return Recognition(10, "Markdown with several papers")
        if head.lstrip().startswith(("http://", "https://", "<http", "[http")):
            return Recognition(80, "address first")
        front = head[: head.find("\n---", 3)] if head.startswith("---\n") else ""
        if front and (sure := _PAPER_KEYS.search(front) or _LIKELY_KEYS.search(front)):
            score = 85 if sure.re is _PAPER_KEYS else 70
            if _BLOCK_OF_HTML.search(head):  # a site's page, whose marks are no text
                score = 60
            return Recognition(score, "front matter about a paper")
        iso, title = split_name(source.name)
        if iso and title:
            return Recognition(60, "file named by date and title")
        if source.name.casefold().startswith(_PROJECT_PAGES):
            return Recognition(0, "")
        return Recognition(10, "Markdown note")

    def read(self, source: Source) -> Reading:
        """Read the note: usually one entry, never none."""
        return read_note(source)
