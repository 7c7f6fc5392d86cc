"""An entry while its lines are being read."""

from tuireader.domain.entry import Entry, Paragraph
from tuireader.formats.links import cited_ids, own_link
from tuireader.formats.paragraphs import paragraphs_of
from tuireader.text.language import language_of


class Draft:
    """Collects the parts of one entry; `entry()` makes the value.

    Attributes:
        line: Line of the digest where the entry begins, from 1.
        paragraphs: Commentary; the abstract is kept apart.
        block: Lines of the commentary paragraph being read.
    """

    __slots__ = (
        "abstract",
        "arxiv_id",
        "authors",
        "block",
        "date",
        "line",
        "paragraphs",
        "section",
        "tags",
        "title",
        "url",
        "wikilinks",
    )

    def __init__(self, line: int, date: str | None, section: str = "") -> None:
        self.line = line
        self.date = date
        self.section = section
        self.title = ""
        self.authors: tuple[str, ...] = ()
        self.abstract = ""
        self.paragraphs: list[Paragraph] = []
        self.block: list[str] = []
        self.tags: dict[str, None] = {}
        self.wikilinks: list[str] = []
        self.url: str | None = None
        self.arxiv_id: str | None = None

    def own(self, url: str) -> bool:
        """Take `url` as the paper's own link; say whether it is one now."""
        link = own_link(url)
        if self.url is None:
            self.url, self.arxiv_id = link
            return True
        return link.url == self.url

    def flush(self, *, translation: bool = False) -> None:
        """End the commentary paragraph being read."""
        block = self.block
        for text in block if len(block) == 1 else paragraphs_of(block):
            language = language_of(text)
            self.paragraphs.append(Paragraph(text, language, translation))
        block.clear()

    def add(self, text: str, *, translation: bool = False) -> None:
        """Add one paragraph of commentary as it is written."""
        self.paragraphs.append(Paragraph(text, language_of(text), translation))

    def mark_translation(self, start: int) -> None:
        """Mark paragraphs from `start` on if they are English after another language.

        Some curators write the translation below the tags, without marks around it.
        """
        behind = self.paragraphs[start:]
        if not behind or any(paragraph.language != "en" for paragraph in behind):
            return
        if any(paragraph.language != "en" for paragraph in self.paragraphs[:start]):
            self.paragraphs[start:] = [
                Paragraph(paragraph.text, "en", translation=True)
                for paragraph in behind
            ]

    def drop_rule(self) -> None:
        """Leave out a last paragraph that is a rule, which parts papers."""
        if self.paragraphs and not self.paragraphs[-1].text.strip("-=*_ "):
            del self.paragraphs[-1]

    def add_tags(self, tags: tuple[str, ...]) -> None:
        """Add `tags`, each once."""
        self.tags.update(dict.fromkeys(tags))

    def entry(self) -> Entry:
        """Return the entry as read so far."""
        if self.block:
            self.flush()
        texts = [paragraph.text for paragraph in self.paragraphs]
        return Entry(
            self.title,
            self.authors,
            self.date,
            self.abstract,
            tuple(self.paragraphs),
            tuple(self.tags),
            self.url,
            self.arxiv_id,
            cited_ids(texts, self.arxiv_id),
            tuple(dict.fromkeys(self.wikilinks)),
            self.section,
            self.line,
        )
