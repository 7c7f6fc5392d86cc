"""Digests in Org and reStructuredText: what they share with Markdown, written as that.

Each line becomes one line, so that entries and problems keep their places.
"""

from collections.abc import Callable, Sequence

from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.org_lines import markdown_of_org
from tuireader.formats.rst_lines import markdown_of_rst

_LOOK = 65_536


class OtherMarkup:
    """A digest in another markup than Markdown.

    Attributes:
        name: The word for the shape.
    """

    def __init__(
        self,
        name: str,
        extensions: Sequence[str],
        written: Callable[[Sequence[str]], list[str]],
    ) -> None:
        self.name = name
        self._extensions = extensions
        self._written = written

    def recognise(self, source: Source) -> Recognition:
        """Go by the extension: both have marks that Markdown has for other things."""
        if source.extension not in self._extensions:
            return Recognition(0, "")
        named = "arxiv" in source.text[:_LOOK].casefold()
        return Recognition(86 if named else 5, f"a file of {self.name}")

    def read(self, source: Source) -> Reading:
        """Read it as the Markdown that says the same."""
        from tuireader.formats.markdown.reader import read_markdown

        text = "\n".join(self._written(source.lines))
        return read_markdown(Source(source.path, text, source.encoding))


ORG = OtherMarkup("org", (".org",), markdown_of_org)
RST = OtherMarkup("rst", (".rst", ".rest"), markdown_of_rst)
