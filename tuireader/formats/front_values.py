"""The keys and values of front matter: everything as text."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from tuireader.domain.entry import Problem
from tuireader.text import sanitise

MOST_TOLD = 4_000
"""Characters of what was left out that a problem repeats."""
_MOST_TEXT = 16_384
_MOST_VALUES = 1_000
_MOST_BRACKETS = 200
# libyaml composes nested nodes by recursion in C: no depth that could end the program.
_NESTED = re.compile(r"(?:[-?:][ \t]+){12}")
_KEY = re.compile(r"[^\s:#-][^:]{0,64}:(?:\s|$)")
_SIMPLE = re.compile(r"([A-Za-z_][\w -]{0,40}?)\s*:\s+(\S.*)")

Values = dict[str, list[str]]
"""Scalars by key."""


class _NoYamlError(Exception):
    """The front matter cannot be read as YAML; `line` counts from 0 within it."""

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(what)
        self.line = line


def yaml_values(lines: Sequence[str], problems: list[Problem]) -> Values:
    """Return what YAML says; line by line what is none.

    Args:
        lines: What stands between the rules.
        problems: Takes what was wrong with it.
    """
    problems += _repeated(lines)
    try:
        return _parsed("\n".join(lines))
    except _NoYamlError as error:
        values = {
            match[1].casefold(): [_loosely(match[2])]
            for line in lines
            if (match := _SIMPLE.fullmatch(line))
        }
        left = [line for line in lines if not _SIMPLE.fullmatch(line)]
        if sum(map(_is_prose, left)) > len(values):
            return {}
        left = [line.strip() for line in left]
        done = "read line by line"
        if rest := " | ".join(filter(None, left)):
            done += f", without: {rest[:MOST_TOLD]}"
        what = f"front matter is no valid YAML ({error})"
        problems.append(Problem(error.line + 2, what, done))
        return values


def toml_values(lines: Sequence[str], problems: list[Problem]) -> Values:
    """Return what TOML says.

    Args:
        lines: What stands between the rules.
        problems: Takes what was wrong with it.
    """
    import tomllib

    text = "\n".join(lines)
    try:
        data = {} if _is_too_large(text) else tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        data = {}
    if not data:
        told = " | ".join(filter(None, map(str.strip, lines)))[:MOST_TOLD]
        problems.append(Problem(1, "front matter is no valid TOML", f"without: {told}"))
        return {"": []}
    return {
        sanitise(key).casefold(): list(islice(_texts(value, 3), _MOST_VALUES))
        for key, value in data.items()
    }


def _is_prose(line: str) -> bool:
    """Say whether a line is neither blank nor an item or a part of a value."""
    return bool(line.strip()) and line[0] not in " \t-#]}"


def _loosely(text: str) -> str:
    """Return a value that is no YAML without quotes, and a list without brackets."""
    text = text.strip().strip("\"'").replace("[[", "").replace("]]", "")
    return text[1:-1] if text[:1] == "[" and text[-1:] == "]" else text


def _repeated(lines: Sequence[str]) -> Iterator[Problem]:
    """Tell keys that stand twice: YAML silently takes the last."""
    starts = [at for at, line in enumerate(lines) if _KEY.match(line)]
    last: dict[str, tuple[int, str]] = {}
    for at, end in pairwise([*starts, len(lines)]):
        key = lines[at].partition(":")[0].casefold()
        if key in last:
            line, text = last[key]
            what = f"front matter has a key twice: {text[:MOST_TOLD]}"
            yield Problem(line + 2, what, "used the last")
        last[key] = at, " ".join(map(str.strip, lines[at:end]))


def _is_too_large(text: str) -> bool:
    brackets = text.count("[") + text.count("{")
    return len(text) > _MOST_TEXT or brackets > _MOST_BRACKETS


def _parsed(text: str) -> Values:
    """Return scalars, and lists of them, by key; everything as text."""
    if _is_too_large(text):
        raise _NoYamlError("too large")
    if _NESTED.search(text):
        raise _NoYamlError("too deep")
    import yaml

    # The base loader knows only text: it makes no dates, numbers or objects.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        data = yaml.load(text, loader)  # noqa: S506  makes nothing but text
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "not understood"
        raise _NoYamlError(what, mark.line if mark else 0) from error
    if not isinstance(data, dict):
        if data:
            raise _NoYamlError("no keys")
        return {}
    return {
        sanitise(str(key)).casefold(): list(islice(_texts(value, 3), _MOST_VALUES))
        for key, value in data.items()
    }


def _texts(value: object, depth: int) -> Iterator[str]:
    """Yield the scalars in `value`; aliases can multiply them, so the caller stops."""
    if not isinstance(value, list | dict):
        # YAML and TOML have escapes that spell what the file itself may not hold.
        if text := sanitise(str(value)).strip():
            yield text
    elif depth:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part, depth - 1)
