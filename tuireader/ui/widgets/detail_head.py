"""The head over a paper's texts: who, where and when, and how the reader stands."""

from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from tuireader.domain.events import PaperState
from tuireader.domain.paper import Paper
from tuireader.query import Query
from tuireader.ui.palette import palette_of
from tuireader.ui.render import Piece, count, line_of, marked, strip_of
from tuireader.ui.widgets.signs import NOTED, QUEUED, STAR

TITLE_LINES = 2
NO_QUERY = Query.parse("")


class DetailHead(Widget):
    """Title, authors, link and tags in a few lines that never change in number."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._paper: Paper | None = None
        self._query = NO_QUERY
        self._state = PaperState()
        self._drawn: tuple[int, list[Strip]] | None = None

    def show(
        self, paper: Paper | None, state: PaperState, query: Query = NO_QUERY
    ) -> None:
        """Show `paper`, or nothing, what `query` looks for underlined."""
        self._paper, self._state, self._query = paper, state, query
        self._drawn = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the head."""
        width = self.size.width
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (
                width,
                self._strips(self._paper, width) if self._paper else [],
            )
        strips = self._drawn[1]
        return (
            strips[y] if y < len(strips) else Strip.blank(width, palette_of(self).text)
        )

    def _strips(self, paper: Paper, width: int) -> list[Strip]:
        lines = [*self._title(paper, width), self._authors(paper), self._facts(paper)]
        return [strip_of(pieces, width, palette_of(self).text) for pieces in lines]

    def _title(self, paper: Paper, width: int) -> list[list[Piece]]:
        style = palette_of(self).heading
        title = line_of(paper.title)
        wrapped = Text(title).wrap(self.app.console, max(4, width))
        lines = [line.plain for line in wrapped]
        if len(lines) > TITLE_LINES:
            lines[TITLE_LINES - 1] = title[title.index(lines[1].strip()) :]
        return [
            self._marked(line.rstrip(), style, "title") for line in lines[:TITLE_LINES]
        ]

    def _authors(self, paper: Paper) -> list[Piece]:
        names = line_of(", ".join(paper.authors))
        return self._marked(names, palette_of(self).text, "author")

    def _marked(self, text: str, style: Style, field: str) -> list[Piece]:
        spans = self._query.spans(text, field)
        return marked(text, style, spans, palette_of(self).found)

    def _facts(self, paper: Paper) -> list[Piece]:
        palette = palette_of(self)
        facts, link = palette.quiet, palette.accent
        pieces: list[Piece] = [(self._signs(), link)]
        if paper.arxiv_id:
            pieces += [
                ("arXiv ", facts),
                (line_of(paper.arxiv_id), link),
                (" · ", facts),
            ]
        elif paper.url:
            pieces += [(line_of(paper.url), link), (" · ", facts)]
        pieces.append((paper.date or "undated", facts))
        if paper.tags:
            pieces.append((" ·", facts))
        for tag in paper.tags:
            pieces += self._tag(" #", tag)
        for tag in self._state.tags:
            pieces += [(" +", facts), *self._tag("#", tag)]
        pieces.append((f" · {line_of(paper.source)}:{paper.line}", facts))
        if len(paper.entries) > 1:
            pieces.append((f" (+{count(len(paper.entries) - 1)} more)", facts))
        return pieces

    def _tag(self, lead: str, tag: str) -> list[Piece]:
        style = palette_of(self).tag(tag)
        return [(lead, style), *self._marked(line_of(tag), style, "tag")]

    def _signs(self) -> str:
        state = self._state
        signs = (
            (STAR, state.starred), (QUEUED, state.queue is not None),
            (NOTED, state.note),
        )  # fmt: skip
        return "".join(f"{sign} " for sign, has in signs if has)
