"""Vault notes: one Markdown file per paper."""

from tuireader.domain.entry import Entry, Paragraph
from tuireader.formats.base import Reading, Recognition, Source


class VaultNote:
    """A note about one paper."""

    name = "vault"

    def recognise(self, source: Source) -> Recognition:
        """Say how sure it is that `source` is a note."""
        return Recognition(10 if source.extension == ".md" else 0, "Markdown note")

    def read(self, source: Source) -> Reading:
        """Read the entry of `source`."""
        return Reading((Entry(source.name, commentary=(Paragraph(source.text),)),))
