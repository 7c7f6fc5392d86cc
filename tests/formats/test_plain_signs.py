"""Signs of plain digests that may also be words: numbers, stars, two hyphens."""

import pytest

from tests.formats.samples import DIGEST, source
from tuireader.domain.entry import Digest
from tuireader.formats import read_digest


def read(text: str) -> Digest:
    digest = read_digest(source(text, "digest.txt"))
    assert digest.format == "plain", digest.problems
    return digest


def titles(text: str) -> list[str]:
    return [entry.title for entry in read(text).entries]


@pytest.mark.parametrize(
    "title", ["9/11 and the Language of Trauma", "3번 반복하면 좋아지는 모델"]
)
def test_a_number_that_belongs_to_a_title_stays(title: str) -> None:
    first = titles(DIGEST)[0]
    assert titles(DIGEST.replace(first, title))[0] == title


def test_five_stars_are_a_rule() -> None:
    assert titles(DIGEST.rstrip() + "\n\n★★★★★\n") == titles(DIGEST)


def test_what_says_more_is_no_signature() -> None:
    digest = read(DIGEST.rstrip() + "\n--\n추신: 두 번째 논문이 더 좋습니다.\n")
    said = [each.text for entry in digest.entries for each in entry.commentary]
    assert any("추신" in text for text in said)
