"""Counts in words: `1 paper`, `2,400 papers`."""


def counted(count: int, noun: str) -> str:
    """Return a count with its noun, in the singular for one.

    Args:
        count: How many there are.
        noun: What there is, in the singular; its last word is what takes the plural.
    """
    return f"{count:,} {noun if count == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
