"""Whatever stands in the files of a cache: what is wrong is named, the rest is safe."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzzing import examples, payloads
from tests.safety import faults, texts_of
from tests.store.test_catalogue_file import CATALOGUE, FILES
from tuireader.domain.catalogue import Shard
from tuireader.domain.paper import Body
from tuireader.store.body_text import parse_body
from tuireader.store.catalogue_file import (
    CatalogueDamagedError,
    _header,
    pack,
    unpack,
)
from tuireader.store.json_bytes import dump, load
from tuireader.store.records import RecordError, check_record, digest_of

LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), payloads,
    st.text(max_size=5),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
RECORD: dict[str, Any] = {
    "root": 0, "path": "a.md", "size": 1, "mtime_ns": 1, "hash": "ab", "reason": "why",
    "format": "vault", "encoding": "utf-8", "problems": [[1, "odd", "left"]],
    "entries": [["T", 1, 7, "2024-08-30", "A\x7fB", "a", "u", "2408.16293", "s"]],
    "places": [0, 1],
}  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, whole: Any) -> Any:
    """`whole` with some of its values replaced by anything, or taken away."""
    value = json.loads(json.dumps(whole))
    for _ in range(draw(st.integers(0, 3))):
        value = _damage(draw, value)
    return value


def _damage(draw: st.DrawFn, value: Any) -> Any:
    inside = list(value) if isinstance(value, dict) else range(len(value)) if (
        isinstance(value, list)) else []  # fmt: skip
    if not inside or draw(st.integers(0, 3)) == 0:
        return draw(VALUES)
    place = draw(st.sampled_from(list(inside)))
    if draw(st.booleans()):
        value[place] = _damage(draw, value[place])
    else:
        del value[place]
    return value


@pytest.mark.threat("T1", "T23")
@given(damaged(RECORD))
@example(RECORD | {"problems": None})
@example(RECORD | {"size": -1})
@examples(400)
def test_a_record_is_safe_or_refused(value: Any) -> None:
    try:
        record = check_record(value)
    except RecordError:
        return
    digest = digest_of(record, [Body()] * len(record["entries"]))
    for text in texts_of(digest):
        assert faults(text) == set()


PARTS = st.lists(
    st.one_of(payloads, st.sampled_from("\x1d\x1e\x1f+-"), st.text(max_size=9)),
    max_size=12,
)


@pytest.mark.threat("T1", "T23")
@given(st.one_of(st.binary(max_size=60), PARTS.map(lambda parts: "".join(parts)
    .encode("utf-8", "surrogatepass"))))  # fmt: skip
@examples(300)
def test_a_body_is_safe_or_refused(content: bytes) -> None:
    try:
        body = parse_body(content)
    except RecordError:
        return
    said = [text for paragraph in body.commentary for text in paragraph[:2]]
    for text in (body.abstract, *said, *body.references, *body.wikilinks):
        assert faults(text) == set()


_, *LINES, TEXTS = b"".join(pack(CATALOGUE, FILES, (Shard("a", 1, 2),))).split(b"\n")
WHOLE, ITS_FILES = map(load, LINES)


@pytest.mark.threat("T1", "T23")
@given(damaged(WHOLE), damaged(ITS_FILES))
@example(WHOLE | {"size": -1}, ITS_FILES)
@example(WHOLE | {"texts": dict.fromkeys(WHOLE["texts"])}, ITS_FILES)
@example(WHOLE | {"size": 2.0}, ITS_FILES)
@examples(300)
def test_a_catalogue_is_whole_or_refused(value: Any, files: Any) -> None:
    """Also one whose checksum is right: then somebody wrote it who knows how."""
    content = b"\n".join([dump(value), dump(files), TEXTS])
    with contextlib.suppress(CatalogueDamagedError):
        stored = unpack(_header(content) + content)
        for name in (*stored.catalogue.spellings, *stored.catalogue.formats):
            assert faults(name) == set()
        assert stored.catalogue.size == len(stored.catalogue.numbers["line"])
        for column in stored.catalogue.texts.values():
            assert len(list(column)) == stored.catalogue.size
        stored.files  # noqa: B018  parsed when asked for


@given(st.binary(max_size=200))
@examples(200)
def test_any_bytes_are_no_catalogue(content: bytes) -> None:
    with contextlib.suppress(CatalogueDamagedError):
        unpack(content)
    with contextlib.suppress(ValueError):
        load(content)
