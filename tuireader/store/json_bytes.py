"""JSON as bytes, also of file names that are not UTF-8."""

import json
from contextlib import suppress
from typing import Any

_SEPARATORS = (",", ":")
_plain = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=_SEPARATORS
).encode
_escaped = json.JSONEncoder(check_circular=False, separators=_SEPARATORS).encode


def dump(value: object) -> bytes:
    """Return `value` as JSON; a file name that is no text stays the bytes it is."""
    import orjson  # in a fifth of the time, but for what is no text, and only to write

    with suppress(TypeError):
        return orjson.dumps(value, default=_as_list)
    try:
        return _plain(value).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a surrogate pair, which no file name gives
        return _escaped(value).encode("ascii")


def _as_list(value: object) -> list[object]:
    """Return a named tuple as `json` would take it."""
    if isinstance(value, tuple):
        return list(value)
    raise TypeError(type(value).__name__)


def load(content: bytes | memoryview) -> Any:  # noqa: ANN401  any JSON
    """Return the value that `dump` wrote.

    Raises:
        ValueError: The content is no JSON, or deeper than any that this program writes.
    """
    try:
        return json.loads(str(content, "utf-8", "surrogateescape"))
    except RecursionError as error:
        raise ValueError("nested too deep") from error
