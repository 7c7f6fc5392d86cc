"""What the keys do that choose which part of the screen is seen and has the keys."""

from textual.screen import Screen
from textual.widget import Widget

from tuireader.ui.widgets.detail import Detail
from tuireader.ui.widgets.line_view import LineView
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar

_PARTS = ("sidebar", "list", "detail")
"""Of which one is seen where there is room for one only."""


class PaneActions(Screen[None]):
    """The actions of panes, over a screen with a sidebar, a list and a paper."""

    def action_pane(self, step: int) -> None:
        """Give the keys to the pane at the left or right."""
        panes = self._panes()
        at = panes.index(self.focused) if self.focused in panes else 0
        self._focus(panes[(at + step) % len(panes)])

    def action_pane_at(self, place: int) -> None:
        """Give the keys to sidebar (0), list (1) or paper (2)."""
        if place == 0:
            self.add_class("-sidebar")
            self.remove_class("-no-sidebar")
        first = self.query_one(Detail).panes[0]
        self._focus((self.query_one(Sidebar), self.query_one(PaperList), first)[place])

    def action_toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        sidebar = self.query_one(Sidebar)
        shown = sidebar.display and sidebar.size.width > 0
        self.remove_class("-zen")
        self.set_class(shown, "-no-sidebar")
        self.set_class(not shown, "-sidebar")
        if shown and sidebar.has_focus:
            self._focus(self.query_one(PaperList))
        elif not shown:
            self._focus(sidebar)

    def action_zen(self) -> None:
        """Show nothing but the paper, or everything again."""
        self.toggle_class("-zen")
        zen = self.has_class("-zen")
        pane = self.query_one(Detail).panes[0] if zen else self.query_one(PaperList)
        self.set_focus(pane)

    def _panes(self) -> list[Widget]:
        """Return the panes that can be gone to: seen, or taking turns with others."""
        found: list[Widget] = [*self.query_one(Detail).panes]
        if not self.has_class("-zen"):
            found.insert(0, self.query_one(PaperList))
            sidebar = self.query_one(Sidebar)
            if sidebar.display or self.has_class("-tiny"):
                found.insert(0, sidebar)
        return found

    def _focus(self, pane: Widget) -> None:
        self._show_only(_part_of(pane))
        self.set_focus(pane)

    def follow_focus(self) -> None:
        """Where there is room for one part only, show the one that has the keys."""
        if not isinstance(self.focused, LineView) or self.has_class("-zen"):
            return
        part = _part_of(self.focused)
        # The list is what is seen at first, without a class, which would have
        # everything styled once more.
        seen = next((each for each in _PARTS if self.has_class(f"-at-{each}")), "list")
        if part != seen:
            self._show_only(part)

    def _show_only(self, part: str) -> None:
        """Where there is room for one part only, show that one.

        Whoever goes elsewhere than into the paper wants more than that again.
        """
        if part != "detail":
            self.remove_class("-zen")
        for name in _PARTS:
            self.set_class(name == part, f"-at-{name}")


def _part_of(pane: Widget) -> str:
    match pane:
        case Sidebar():
            return "sidebar"
        case PaperList():
            return "list"
        case _:
            return "detail"
