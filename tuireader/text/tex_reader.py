"""Reads one piece of TeX: what each command stands for, and what of it stays TeX."""

import re
from collections.abc import Callable, Iterator

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import LatexNode, LatexWalker
from pylatexenc.latexwalker import get_default_latex_context_db as walked_commands
from pylatexenc.macrospec import (
    LatexContextDb,
    MacroSpec,
    MacroStandardArgsParser,
    ParsedMacroArgs,
    std_macro,
)

_WORDS = (
    "text texttt textsf textmd textup textnormal textsl mbox hbox boldsymbol bm pmb "
    "uline sout st hl num mathds mathbbm ensuremath"
)
"""Commands whose argument is read as it stands."""
_LOOKS = (
    "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr "
    "limits nolimits displaystyle textstyle scriptstyle tiny scriptsize footnotesize "
    "small normalsize large Large LARGE huge Huge bf it rm em tt sc sf sl bfseries "
    "itshape slshape ttfamily scshape upshape mdseries rmfamily sffamily xspace "
    "noindent protect"
)
"""Commands that only say how what follows looks."""
_SIGNS = {
    "textquotedbl": '"', "textbar": "|", "textless": "<", "textgreater": ">",
    "textunderscore": "_", "textendash": "–", "textasciicircum": "^",
    "textasciigrave": "`", "euro": "€", "S": "§", "P": "¶", "copyright": "©",
    "|": "‖", "ne": "≠", "iff": "⟺", "implies": "⟹", "argmax": "argmax",
    "argmin": "argmin", "textsquare": "□", "checkmark": "✓", "lvert": "|", "rvert": "|",
}  # fmt: skip
_FRACTIONS = ("frac", "tfrac", "dfrac", "cfrac", "nicefrac", "sfrac", "textfrac")
_CITED = (
    "cite citet citep citealp citealt citeauthor citeyear Cite Citet Citep "
    "parencite textcite autocite footcite ref eqref autoref cref Cref"
)
_COMPOUND = re.compile(r"(?<!^)[-+*/=<>\s,·×−]")
"""Tells that what is raised, lowered or divided needs its own brackets: `2^(n+1)`."""


class PieceReader(LatexNodes2Text):  # type: ignore[misc]  # without types
    """Writes TeX as text; a command that it does not know stays as it is written."""

    def __init__(self) -> None:
        """Add what digests hold, and the converter does not know."""
        shown = get_default_latex_context_db()
        shown.add_context_category("digests", prepend=True, macros=list(_shown()))
        super().__init__(latex_context=shown, math_mode="text", keep_comments=True)
        walked = walked_commands()
        walked.add_context_category("digests", prepend=True, macros=list(_walked()))
        named = [spec.macroname for spec in shown.iter_macro_specs()]
        walked.add_context_category(
            "signs",
            macros=[MacroSpec(name) for name in named if not _is_in(walked, name)],
        )
        walked.set_unknown_macro_spec(MacroSpec("", args_parser=_Groups()))
        self._walked = walked

    def read(self, piece: str) -> str:
        """Return `piece` as text.

        Raises:
            Exception: Of any kind, for a command without its arguments.
        """
        walker = LatexWalker(piece, latex_context=self._walked, tolerant_parsing=False)
        text: str = self.nodelist_to_text(walker.get_latex_nodes()[0])
        return text

    def macro_node_to_text(self, node: LatexNode) -> str:
        """Return what a command stands for, itself if that is not known."""
        if self.latex_context.get_macro_spec(node.macroname) is None:
            written: str = node.latex_verbatim()
            return written if node.nodeargs else written.rstrip()
        text: str = super().macro_node_to_text(node)
        return text

    def group_node_to_text(self, node: LatexNode) -> str:
        """Return what is in braces, in brackets where it would else be read apart."""
        text: str = super().group_node_to_text(node)
        before = node.parsing_state.s[max(node.pos - 1, 0) : node.pos]
        return _bracketed(text) if before and before in "^_" else text

    def _fmt_indented_block(self, contents: str, indent: str = "") -> str:  # noqa: ARG002
        """Return a displayed formula as it stands in a line of prose."""
        return contents


class _Groups(MacroStandardArgsParser):  # type: ignore[misc]  # without types
    """Takes all groups that follow an unknown command for its arguments."""

    def parse_args(
        self, w: LatexWalker, pos: int, parsing_state: object = None
    ) -> tuple[ParsedMacroArgs, int, int]:
        """Return the groups from `pos` on, and where they end."""
        nodes, end = [], pos
        while w.s.startswith("{", end):
            node, start, length = w.get_latex_expression(
                end, parsing_state=parsing_state
            )
            nodes.append(node)
            end = start + length
        parsed = ParsedMacroArgs(argspec="{" * len(nodes), argnlist=nodes)
        return parsed, pos, end - pos


def _is_in(commands: LatexContextDb, name: str) -> bool:
    spec = commands.get_macro_spec(name)
    return spec is not None and spec.macroname == name


def _shown() -> Iterator[MacroTextSpec]:
    for name in f"{_WORDS} {_LOOKS}".split():
        yield MacroTextSpec(name, discard=False)
    for name, sign in _SIGNS.items():
        yield MacroTextSpec(name, sign)
    for names, write in _WRITERS.items():
        for name in names.split():
            yield MacroTextSpec(name, write)


def _walked() -> Iterator[MacroSpec]:
    for name in _WORDS.split():
        yield std_macro(name, "{")
    yield std_macro("operatorname", "*{")
    for name in ("textsuperscript", "textsubscript", "url", "path"):
        yield std_macro(name, "{")
    for name in ("href", "SI", "qty", *_FRACTIONS):
        yield std_macro(name, "{{")
    for name in _CITED.split():
        yield std_macro(name, "*[[{")


def _bracketed(text: str) -> str:
    return f"({text})" if _COMPOUND.search(text) else text


def _fraction(node: LatexNode, l2tobj: PieceReader) -> str:
    over, under = (l2tobj.node_arg_to_text(node, place) for place in (0, 1))
    return f"{_bracketed(over)}/{_bracketed(under)}"


def _raised(node: LatexNode, l2tobj: PieceReader) -> str:
    text: str = l2tobj.node_arg_to_text(node, 0)
    return text if text.isalpha() else f"^{_bracketed(text)}"  # 4th, but 10^2


def _lowered(node: LatexNode, l2tobj: PieceReader) -> str:
    return f"_{_bracketed(l2tobj.node_arg_to_text(node, 0))}"


def _measured(node: LatexNode, l2tobj: PieceReader) -> str:
    return " ".join(l2tobj.node_arg_to_text(node, place) for place in (0, 1))


def _operator(node: LatexNode, l2tobj: PieceReader) -> str:
    text: str = l2tobj.node_arg_to_text(node, 1)
    return text


def _cited(node: LatexNode) -> str:
    keys = _written(node.nodeargs[-1]).split(",")
    return f"[{', '.join(key.strip() for key in keys)}]"


def _address(node: LatexNode) -> str:
    return _written(node.nodeargs[0])


def _linked(node: LatexNode, l2tobj: PieceReader) -> str:
    """Return the words of a link and where it leads, which they may not say."""
    address, words = _written(node.nodeargs[0]), l2tobj.node_arg_to_text(node, 1)
    return f"{words} ({address})" if words and words != address else address


def _written(argument: LatexNode) -> str:
    """Return an argument that is no prose: an address, a label."""
    verbatim = argument.latex_verbatim().removeprefix("{").removesuffix("}")
    return re.sub(r"\\([%#&_~$])", r"\1", verbatim)


_WRITERS: dict[str, Callable[..., str]] = {
    " ".join(_FRACTIONS): _fraction,
    "textsuperscript": _raised,
    "textsubscript": _lowered,
    "SI qty": _measured,
    "operatorname": _operator,
    "url path": _address,
    "href": _linked,
    _CITED: _cited,
}
