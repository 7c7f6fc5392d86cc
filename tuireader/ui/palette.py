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


class Palette:
    """Styles by what they are for; each has its background."""

    def __init__(self, theme: Theme) -> None:
        named = tokens(theme)

        def ink(name: str) -> RichColor:
            return Color.parse(named[name]).rich_color

        def style(
            text: str, ground: str = "background", *, bold: bool = False
        ) -> Style:
            return Style(color=ink(text), bgcolor=ink(ground), bold=bold or None)

        self.text = style("foreground")
        self.heading = style("heading", bold=True)
        self.quiet = style("quiet")
        self.faint = style("faint")
        self.hint = style("quiet")
        self.accent = style("accent")
        self.chosen = style("accent", bold=True)
        self.excluded = style("error") + Style(strike=True)
        self.cursor, self.cursor_far = (
            style("heading", ground, bold=True)
            for ground in ("cursor-row", "cursor-row-far")
        )
        self.cursor_read, self.cursor_far_read = (
            style("foreground", ground) for ground in ("cursor-row", "cursor-row-far")
        )
        self.selection = Style(bgcolor=ink("cursor-row"))
        self.selected = Style(color=ink("accent"), bold=True)
        self.found = Style(underline=True)
        self.sign = Style(color=ink("accent"), bold=False)
        self.count = Style(color=ink("quiet"), bold=False)
        self.bar_key = style("accent", "panel")
        self.bar_words = style("quiet", "panel")
        self.bar = {
            "information": style("heading", "panel"),
            "warning": style("warning", "panel"),
            "error": style("error", "panel"),
        }
        self.prose = ProseStyles(
            plain=self.text,
            strong=self.heading,
            link=self.accent,
            code=style("foreground", "panel"),
            quiet=self.quiet,
        )
        self._tags = [
            Style(color=ink(f"tag-{number}")) for number in range(TAG_COLOURS)
        ]

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
