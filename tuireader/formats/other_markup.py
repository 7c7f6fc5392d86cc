"""Digests in Org and reStructuredText: what they share with Markdown, written as that.

Each line becomes one line, so that entries and problems keep their places.
"""

from tuireader.formats.base import Reading, Recognition, Source

_LOOK = 65_536


class OrgDigest:
    """A digest in Org's markup."""

    name = "org"

    def recognise(self, source: Source) -> Recognition:
        """Go by the extension: its marks mean other things in Markdown."""
        return _recognition(source, (".org",), self.name)

    def read(self, source: Source) -> Reading:
        """Read it as the Markdown that says the same."""
        from tuireader.formats.org_lines import markdown_of_org

        return _read(source, markdown_of_org(source.lines))


class RstDigest:
    """A digest in reStructuredText."""

    name = "rst"

    def recognise(self, source: Source) -> Recognition:
        """Go by the extension: its marks mean other things in Markdown."""
        return _recognition(source, (".rst", ".rest"), self.name)

    def read(self, source: Source) -> Reading:
        """Read it as the Markdown that says the same."""
        from tuireader.formats.rst_lines import markdown_of_rst

        return _read(source, markdown_of_rst(source.lines))


def _recognition(source: Source, extensions: tuple[str, ...], name: str) -> Recognition:
    if source.extension not in extensions:
        return Recognition(0, "")
    named = "arxiv" in source.text[:_LOOK].casefold()
    return Recognition(86 if named else 5, f"a file of {name}")


def _read(source: Source, lines: list[str]) -> Reading:
    from tuireader.formats.markdown.reader import read_markdown

    return read_markdown(Source(source.path, "\n".join(lines), source.encoding))
