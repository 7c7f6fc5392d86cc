"""What a digest says commands no terminal through a subcommand either, nor a pipe."""

import json
import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.safety import faults
from tests.terminal.capture import Capture
from tests.terminal.conftest import READER, Hostile, Opened
from tests.terminal.hostile import COMMANDS, PAYLOADS
from tests.terminal.hostile_shapes import SHAPES, TOGETHER
from tuireader.library.loader import Loader
from tuireader.services.browser import OpenResult
from tuireader.services.clipboard import CopyResult
from tuireader.ui.links import LinkHandler
from tuireader.ui.messages import LinkRequested

SUBCOMMANDS = [
    ["list"], ["list", "--format", "jsonl"], ["list", "--format", "urls"],
    ["export"], ["doctor"],
    ["doctor", "--json"], ["tags"], ["index"], ["list", "-q", "\x1b]0;x\x07\u202e"],
]  # fmt: skip
COLOURS = re.compile(r"CSI [mKAhl]|CSI \?25[hl]")
PLACES = ("copy", "copy-pdf", "copy-id", "copy-title", "copy-markdown", "copy-bibtex")


def run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*READER, *words], env=environment, capture_output=True, check=False
    )


@pytest.mark.threat("T1", "T10")
@pytest.mark.parametrize("words", SUBCOMMANDS, ids=" ".join)
def test_a_subcommand_writes_text_only(
    environment: dict[str, str], hostile: Hostile, opened: Opened, words: list[str]
) -> None:
    """To a pipe it writes no control at all, to a terminal colours at most."""
    folder = str(hostile[0])
    done = run(environment, *words, folder)
    assert done.returncode == 0 or "-q" in words, done.stderr
    text = (done.stdout + done.stderr).decode("utf-8")
    assert faults(text) <= {"not in NFC"}  # where texts meet, letters may compose
    terminal = opened(*words, folder, size=(100, 30))
    terminal.wait_exit(60)
    capture = Capture(terminal.raw)
    assert capture.faults == []
    strange = [kind for kind in capture.kinds if not COLOURS.fullmatch(kind)]
    assert strange == []
    for name, payload in COMMANDS.items():
        assert payload.encode() not in terminal.raw, name


def test_each_shape_has_each_payload_and_is_read_as_what_it_is(
    environment: dict[str, str], hostile: Hostile
) -> None:
    """The folder tries what it is said to: a hundred payloads in each shape."""
    assert len(PAYLOADS) >= 100
    done = run(environment, "export", str(hostile[0]))
    records = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    papers = Counter(record["format"] for record in records)
    assert set(papers) == set(SHAPES)
    assert min(papers.values()) > len(PAYLOADS) / TOGETHER * 0.7
    for shape in SHAPES:
        hurt = [
            name
            for name in ("title", "authors", "abstract", "commentary", "tags")
            for record in records
            if record["format"] == shape and "\ufffd" in str(record[name])
        ]
        assert min(Counter(hurt).values()) > 15, Counter(hurt)


class Outside:
    """A clipboard and a browser that remember."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def copy(self, text: str) -> CopyResult:
        self.texts.append(text)
        return CopyResult(copied=True, route="clipboard")

    def open(self, url: str) -> OpenResult:
        self.texts.append(url)
        return OpenResult(opened=True, url=url)


@pytest.mark.threat("T11", "T12")
def test_what_is_copied_is_a_rebuilt_address_or_safe_text(
    hostile: Hostile, tmp_path: Path
) -> None:
    library = Loader([hostile[0]], tmp_path).refresh().library
    outside = Outside()
    handler = LinkHandler(outside, outside)  # type: ignore[arg-type]
    for row in range(len(library)):
        paper = library.paper_at(row)
        for place in PLACES:
            outside.texts.clear()
            notice = handler.handle(LinkRequested(paper, library, place), print)
            assert faults(notice.text) == set()
            for text in outside.texts:
                assert faults(text) == set()
                if place in {"copy", "copy-pdf"}:
                    assert re.fullmatch(r"https?://[!-~]+", text), text


@pytest.mark.threat("T13")
def test_no_payload_ran_anything(hostile: Hostile) -> None:
    """Last in its file: several payloads would have made a file of this name."""
    found = [Path.cwd() / "PWNED", hostile[0] / "PWNED", Path(os.sep, "PWNED")]
    assert [file for file in found if file.exists()] == []
