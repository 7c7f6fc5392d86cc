"""How values are typed so that they are read back as they are."""

import re

_PLAIN = re.compile(r'[^\s()",*#\\]+')


def quoted(value: str) -> str:
    """Return `value` in quotes, to be read literally."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def plain_or_quoted(value: str) -> str:
    """Return `value` as it is typed after a colon, in quotes where it needs them."""
    return value if _PLAIN.fullmatch(value) else quoted(value)


def tag_text(tag: str, *, exclude: bool) -> str:
    """Return the clause that requires or excludes a tag."""
    return f"{'-' if exclude else ''}tag:{plain_or_quoted(tag.strip())}"
