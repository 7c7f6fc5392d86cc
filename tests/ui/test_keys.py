"""One table of keys serves bindings, footer and help."""

import pytest
from textual.binding import Binding

from tuireader.ui.keys import KEYS, keymap, with_jamo


def test_no_key_does_two_things() -> None:
    bound = [key for entry in KEYS for key in entry.keys]
    assert len(bound) == len(set(bound))
    assert len({entry.id for entry in KEYS}) == len(KEYS)


def test_a_korean_input_method_reaches_the_same_keys() -> None:
    assert with_jamo(("j", "down")) == "j,down,ㅓ"
    bound = [
        binding.key
        for key in KEYS
        for binding in Binding.make_bindings([Binding(with_jamo(key.keys), "x")])
    ]
    assert len(bound) == len(set(bound))


def test_keys_can_be_remapped_by_id() -> None:
    assert keymap({"copy": "c"})["copy"] == "c,ㅊ"
    with pytest.raises(ValueError, match="fly"):
        keymap({"fly": "f"})
