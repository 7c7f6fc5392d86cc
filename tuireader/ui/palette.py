"""The styles that lines are drawn with, made once for each theme.

The parts of the screen draw their own lines and need some thirty styles. As component
classes of the stylesheet each would be matched against every rule at start and at every
change of focus; here they cost as much as they should.
"""

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.theme import Theme
from textual.widget import Widget

from tuireader.ui.prose import ProseStyles
from tuireader.ui.theme import TAG_COLOURS, tag_colour, tokens


class _Inks:
    """Makes styles of the colours that a theme has names for."""

    def __init__(self, theme: Theme) -> None:
        self._named = tokens(theme)

    def of(self, name: str) -> RichColor:
        """Return a colour."""
        return Color.parse(self._named[name]).rich_color

    def style(
        self, text: str, ground: str = "background", *, bold: bool = False
    ) -> Style:
        """Return the style of a text on its ground."""
        ink, paper = self.of(text), self.of(ground)
        return Style(color=ink, bgcolor=paper, bold=bold or None)


class Palette:
    """Styles by what they are for; each has its background."""

    def __init__(self, theme: Theme) -> None:
        inks = _Inks(theme)
        style = inks.style
        self.text = style("foreground")
        self.heading = style("heading", bold=True)
        self.quiet = style("quiet")
        self.faint = style("faint")
        self.hint = style("quiet")
        self.accent = style("accent")
        self.chosen = style("accent", bold=True)
        self.excluded = style("error") + Style(strike=True)
        self._set_rows(inks)
        self._set_bar(inks)
        self.prose = ProseStyles(
            plain=self.text,
            strong=self.heading,
            link=self.accent,
            code=style("foreground", "panel"),
            quiet=self.quiet,
        )

    def _set_rows(self, inks: _Inks) -> None:
        """Make the styles of rows with a cursor, and of what is set off in any row."""
        style = inks.style
        self.cursor = style("heading", "cursor-row", bold=True)
        self.cursor_far = style("heading", "cursor-row-far", bold=True)
        self.cursor_read = style("foreground", "cursor-row")
        self.cursor_far_read = style("foreground", "cursor-row-far")
        self.selection = Style(bgcolor=inks.of("cursor-row"))
        self.selected = Style(color=inks.of("accent"), bold=True)
        self.found = Style(underline=True)
        self.sign = Style(color=inks.of("accent"), bold=False)
        self.count = Style(color=inks.of("quiet"), bold=False)
        numbers = range(TAG_COLOURS)
        self._tags = [Style(color=inks.of(f"tag-{number}")) for number in numbers]

    def _set_bar(self, inks: _Inks) -> None:
        """Make the styles of the bars above and below."""
        style = inks.style
        self.bar_key = style("accent", "panel")
        self.bar_words = style("quiet", "panel")
        self.bar = {
            "information": style("heading", "panel"),
            "warning": style("warning", "panel"),
            "error": style("error", "panel"),
        }

    def tag(self, tag: str, base: Style | None = None) -> Style:
        """Return the style of a tag, over `base` or plain text."""
        return (base or self.text) + self._tags[tag_colour(tag)]


_MADE: dict[str, Palette] = {}


def palette_of(widget: Widget) -> Palette:
    """Return the styles of the theme that `widget` is shown in."""
    theme = widget.app.current_theme
    if (made := _MADE.get(theme.name)) is None:
        made = _MADE[theme.name] = Palette(theme)
    return made
