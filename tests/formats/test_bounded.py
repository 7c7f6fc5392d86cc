"""Files made to be slow: the work grows with the file, not with its square."""

import time

import pytest

from tests.formats.samples import ABSTRACT, DIGEST, NOTE, source
from tuireader.formats import read_digest
from tuireader.formats.plain_reader import read_plain
from tuireader.formats.vault_reader import read_note

UNITS = [
    "[", "[[", "[[a", "(", "()", ")", "*", "* (", "_ (", "#", "#a ", "> ", ">\n", "`",
    "```\n", "~~~\n", "-", "- ", "|", "$$\n", "<english>", "<english>\n", "</english>",
    "http", "https://", "https://arxiv.org/abs/", "[a](http://x", "1. ", "\n", " ",
    "\t", "(A, B)\n", "(A,\n", "#a\n", "iv.org/", "arXiv:", "a, ", " and A", "2024-",
    "2024년 ", "---\n", "a: b\n", "{", "*a* (b)\nc ", "T\n(A B, C D)\n#t\n",
    "A Title Here\nLine\n", "https://arxiv.org/abs/2408.12345\n", "가", "\\", "\\%",
    "https://a.b\n\nA Title (Ada Lee, Bo Wu)\n\n",
]  # fmt: skip
BEGINNINGS = ["", "https://arxiv.org/abs/2408.12345\n\n", "---\n", DIGEST, NOTE]


def seconds(text: str) -> float:
    """Return the time that all ways of reading `text` take, at their best of two."""
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        read_note(source(text, "240830 x.md"))
        read_plain(source(text))
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.threat("T30")
@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_takes_no_sixteen_times_the_work(unit: str) -> None:
    for beginning in BEGINNINGS:
        small = beginning + unit * (8_192 // len(unit))
        large = beginning + unit * (32_768 // len(unit))
        # Linear work takes 4 times as long; the sum keeps tiny times from counting.
        assert seconds(large) < 0.05 + 9 * seconds(small)


@pytest.mark.threat("T29")
def test_a_digest_of_sixteen_megabytes_is_read_in_seconds() -> None:
    body = DIGEST.partition("\n")[2].replace(ABSTRACT, ABSTRACT * 30)
    text = "2024-08-30\n" + body * (16_000_000 // len(body))
    begin = time.process_time()
    digest = read_digest(source(text))
    # `sanitise` is part of it; ten seconds would be a hang, a slow machine takes two.
    assert time.process_time() - begin < 10
    assert len(digest.entries) > 4000
