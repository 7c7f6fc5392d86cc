"""The threats that this program was built against, and the tests that try them.

A test says which it tries (`pytest.mark.threat("T7")`); `python -m tests.test_threats`
prints the table.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.program import ROOT

THREATS = {
    "T1": "control sequences in any text",
    "T2": "a clipboard sequence without its end",
    "T3": "sequences that deleting would join up",
    "T4": "text that runs backwards, or is not seen",
    "T5": "thousands of marks on one letter",
    "T6": "halves of surrogate pairs, names of files that are no text",
    "T7": "markup that makes Textual or Rich raise",
    "T8": "markup that acts when it is clicked",
    "T9": "markup that makes words vanish",
    "T10": "messages of errors with text of a digest in them",
    "T11": "links and pictures in Markdown",
    "T12": "addresses that are none of the web, or of another place than they look",
    "T13": "BROWSER with a command in it",
    "T14": "no browser, one that fails, hangs or takes the terminal",
    "T15": "no clipboard",
    "T16": "a clipboard of a display that is gone",
    "T17": "a clipboard tool that hangs",
    "T18": "a clipboard tool that leaves a process behind with the pipe",
    "T19": "tmux between the program and the clipboard",
    "T20": "a kill in the middle of writing",
    "T21": "a full disk",
    "T22": "two programs at once",
    "T23": "damaged or foreign files in place of its own",
    "T24": "files of a newer version",
    "T25": "folders that are not there or cannot be written",
    "T26": "no home, or a wrong one",
    "T27": "pipes, sockets and devices where files should be",
    "T28": "links in circles and out of the folder, folders without end",
    "T29": "huge files and lines",
    "T30": "text made to be slow to read",
    "T31": "encodings",
    "T32": "letters written in two ways",
    "T33": "characters that Python, but nobody else, ends lines at",
    "T34": "digits of other scripts in identifiers",
    "T35": "files that change or go while they are read",
    "T36": "a failure in the background",
    "T37": "signals that end the program",
    "T38": "a kill, after which nothing can be put right",
    "T39": "Ctrl-Z",
    "T40": "tiny windows",
    "T41": "no terminal",
    "T42": "bytes from the keyboard that are no text",
    "T43": "TERM=dumb, NO_COLOR, a locale without UTF-8",
    "T44": "thousands of keys at once",
    "T45": "work that keeps the screen waiting",
}
_MARK = "threat"


def tried() -> dict[str, list[str]]:
    """Return the tests that try each threat, as pytest names them without parameters.

    Read from the source: this test may run in one of several processes, none of which
    has imported all the others.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        for number, name in _marked(file):
            found[number].append(f"{file.relative_to(ROOT)}::{name}")
    return found


def _marked(file: Path) -> Iterator[tuple[str, str]]:
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in node.decorator_list:
                for number in _numbers(decorator):
                    yield number, node.name


def _numbers(decorator: ast.expr) -> list[str]:
    match decorator:
        case ast.Call(func=ast.Attribute(attr=attr), args=args) if attr == _MARK:
            return [str(ast.literal_eval(argument)) for argument in args]
        case _:
            return []


def test_every_threat_is_tried_and_no_other() -> None:
    assert sorted(tried()) == sorted(THREATS)


def main() -> None:
    """Print the threats with the tests that try them."""
    for number, what in THREATS.items():
        print(f"{number} {what}")
        for test in tried()[number]:
            print(f"    {test}")


if __name__ == "__main__":
    main()
