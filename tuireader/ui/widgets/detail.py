"""The paper: who, where and when, abstract and commentary side by side."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from tuireader.domain.events import PaperState
from tuireader.domain.paper import Body, Paper
from tuireader.query import Query
from tuireader.ui.palette import palette_of
from tuireader.ui.prose import (
    MAX_PARAGRAPHS,
    Block,
    ProseStyles,
    blocks_of,
    heading,
    text_blocks,
    underline,
)
from tuireader.ui.render import line_of
from tuireader.ui.widgets.detail_head import NO_QUERY, DetailHead
from tuireader.ui.widgets.text_pane import TextPane

BOTH, COMMENTARY, ABSTRACT = "both", "Commentary", "Abstract"
VIEWS = (BOTH, COMMENTARY, ABSTRACT)
_UNMARKED = PaperState()
_LONG = 100
"""Cells beyond which a line of the head may be cut, so that it stands below whole."""


class Detail(Container):
    """The pane that shows one paper."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._paper: Paper | None = None
        self._body = Body()
        self._query = NO_QUERY
        self._state = _UNMARKED
        self._view = BOTH
        self._joined = False

    def compose(self) -> ComposeResult:
        """The head above the two panes."""
        yield DetailHead(id="head")
        with Horizontal(id="panes"):
            yield TextPane(ABSTRACT, id="abstract")
            yield TextPane(COMMENTARY, id="commentary")

    @property
    def panes(self) -> list[TextPane]:
        """The panes that are seen, from left to right."""
        return [pane for pane in self.query(TextPane) if pane.display]

    def show(
        self,
        paper: Paper | None,
        body: Body,
        query: Query = NO_QUERY,
        state: PaperState = _UNMARKED,
    ) -> None:
        """Show `paper` and its texts from their beginning.

        Args:
            paper: The paper, if there is one.
            body: Its texts.
            query: The filter; what it looks for is underlined.
            state: How the reader stands with it.
        """
        self._paper, self._body, self._query = paper, body, query
        self._state = state
        self._show_head()
        self._fill()

    def on_resize(self) -> None:
        """Part or join the texts as there is room for them now."""
        if self._joined is not self._to_be_joined:
            self._fill()

    @property
    def _to_be_joined(self) -> bool:
        """Whether two panes, one over the other, would each show a few lines only."""
        screen = self.screen
        return not screen.has_class("-wide") and not screen.has_class("-tall")

    def show_state(self, state: PaperState) -> None:
        """Show how the reader stands with the paper; its texts stay as they are."""
        before, self._state = self._state, state
        if state != before:
            self._show_head()
        if state.note != before.note:
            self._fill()

    def _show_head(self) -> None:
        self.query_one(DetailHead).show(self._paper, self._state, self._query)

    def restyle(self) -> None:
        """Draw the paper anew in the colours of another theme."""
        self.show(self._paper, self._body, self._query, self._state)

    def cycle_view(self) -> str:
        """Show both, then commentary alone, then the abstract alone; return which."""
        self._view = VIEWS[(VIEWS.index(self._view) + 1) % len(VIEWS)]
        self._fill()
        return self._view

    def scroll_panes(self, lines: int) -> None:
        """Scroll both texts by `lines`."""
        for pane in self.panes:
            pane.scroll_lines(pane.top + lines)

    def page(self) -> bool:
        """Scroll both texts by a page; return False if both were at their end."""
        moved = [
            pane.scroll_lines(pane.top + max(1, pane.page - 2)) for pane in self.panes
        ]
        return any(moved)

    def _fill(self) -> None:
        self._joined = self._to_be_joined
        parts = self._parts()
        names = {name: name for name in parts}
        if self._joined:
            names = {COMMENTARY: " · ".join(parts)}
            parts = {COMMENTARY: self._one_after_another(parts)}
        for name in (ABSTRACT, COMMENTARY):
            pane = self.query_one(f"#{name.lower()}", TextPane)
            pane.show(parts.get(name, ()))
            pane.retitle(names.get(name, name))
            if pane.display != (name in parts):
                pane.display = name in parts

    def _parts(self) -> dict[str, list[Block]]:
        """Return the texts to be shown, by the names of their panes; at least one."""
        styles = palette_of(self).prose
        left = text_blocks(self._body.abstract, styles) if self._body.abstract else []
        right = blocks_of(self._body.commentary, styles)
        own = own_note(self._state.note, styles) if self._state.note else []
        mark = palette_of(self).found
        underline(left, self._query, "abstract", mark)
        underline([*own, *right], self._query, "note", mark)
        if own and left and self._joined and self._view != COMMENTARY:
            left = [*own, heading(ABSTRACT, styles), *left]
        elif own:
            right = [*own, heading(COMMENTARY, styles), *right] if right else own
        parts = {}
        if left and (self._view != COMMENTARY or not right):
            parts[ABSTRACT] = left
        if (right and (self._view != ABSTRACT or not left)) or not parts:
            parts[COMMENTARY] = right
        notes = _notes(self._paper, self._body, styles) if self._paper else []
        last = parts[next(reversed(parts))]
        last += notes or ([] if last else _nothing(self._paper, styles))
        return parts

    def _one_after_another(self, parts: Mapping[str, list[Block]]) -> list[Block]:
        first, *rest = parts.values()
        between = heading(COMMENTARY, palette_of(self).prose)
        return [*first, between, *rest[0]] if rest else first


def own_note(text: str, styles: ProseStyles) -> list[Block]:
    """Return what the reader noted, under its own heading."""
    return [heading("Your note", styles), *text_blocks(text, styles)]


def _notes(paper: Paper, body: Body, styles: ProseStyles) -> list[Block]:
    """Return what follows the texts: references, wikilinks, other appearances."""
    blocks: list[Block] = []
    authors = ", ".join(paper.authors)
    groups: list[tuple[str, Sequence[str]]] = [
        ("Title", [paper.title] if cell_len(paper.title) > _LONG else []),
        ("Authors", [authors] if cell_len(authors) > _LONG else []),
        ("References", [f"arXiv {identity}" for identity in body.references]),
        ("Links", body.wikilinks),
        ("Also in", [
            f"{seen.date or 'undated'} {seen.source}:{seen.line}"
            for seen in paper.appearances
            if (seen.source, seen.line) != (paper.source, paper.line)
        ]),
    ]  # fmt: skip
    untold = max(0, len(paper.entries) - len(paper.appearances))
    for words, lines in groups:
        if lines:
            blocks.append(heading(words, styles))
            blocks += [
                Block(Text(line_of(line), styles.quiet), hang=2, tight=True)
                for line in lines[:MAX_PARAGRAPHS]
            ]
            more = max(0, len(lines) - MAX_PARAGRAPHS)
            more += untold if words == "Also in" else 0
            if more:
                blocks.append(heading(f"{more:,} more in the files", styles))
    return blocks


def _nothing(paper: Paper | None, styles: ProseStyles) -> list[Block]:
    words = "The digest says nothing more about it." if paper else "No paper is listed."
    return [Block(Text(words, styles.quiet))]
