"""Which English paragraph is an abstract."""

import pytest

from tests.formats.samples import ABSTRACT
from tuireader.formats.abstracts import is_abstract, labelled_abstract, unescaped

CHATTY = (
    "I like this one. The idea is not new, and the ablations don't convince me; still, "
    "it's nice to see how far a plain recipe goes once it is scaled up, and I guess "
    "that you will want to try it. Maybe the next version has larger models as well!"
)


def test_an_english_sentence_before_another_language_is() -> None:
    assert is_abstract("We scale vision models up and down.", ["좋습니다."])


@pytest.mark.parametrize(
    "text",
    [
        "Logit Lens",
        "https://example.org/a-rather-long-address with words behind it, six or more",
        "(We do not know what this remark in parentheses wants to say.)",
        "- We list one thing and another thing here.",
        "한국어 문장입니다.",
        "I think we have seen this one before, haven't we?",
    ],
)
def test_a_scrap_or_a_remark_before_another_language_is_not(text: str) -> None:
    assert not is_abstract(text, ["좋습니다."])


def test_alone_it_has_to_read_like_one() -> None:
    assert is_abstract(ABSTRACT, [])
    assert is_abstract(ABSTRACT, [CHATTY])
    assert not is_abstract(CHATTY, [])
    assert not is_abstract("We scale vision models up and down.", [])


def test_a_label_makes_one() -> None:
    assert labelled_abstract("Abstract: We scale.") == "We scale."
    assert labelled_abstract("초록: 늘립니다.") == "늘립니다."
    assert labelled_abstract("We scale.") is None


def test_accents_of_tex_are_no_escapes() -> None:
    assert unescaped(r"50\% of \'e and \_x") == r"50% of \'e and _x"
