"""What `is:`, `has:` and `sort:` can say, and what was meant by what they cannot."""

from collections.abc import Mapping, Sequence

STATES = ("unread", "read", "starred", "queued", "noted")
"""What `is:` can ask."""
PARTS = ("link", "abstract", "commentary", "references", "tag")
"""What `has:` can ask."""
SORTS = ("new", "old", "title", "match", "queue", "interest")
"""What `sort:` can say; the first is the default."""

CHOICES: Mapping[str, Sequence[str]] = {"is": STATES, "has": PARTS, "sort": SORTS}
_LONGEST = 40
"""Letters of a value that are compared."""


def unknown(key: str, value: str) -> str:
    """Return why `key:value` means nothing: what is near to it, and all there is."""
    told = f"{key}: knows {', '.join(CHOICES[key])}"
    meant = _nearest(key, value)
    return f"did you mean {meant}? {told}" if meant else told


def _nearest(key: str, value: str) -> str:
    """Return the choice most like a value: of its own key, else of another."""
    from difflib import get_close_matches  # only for who has mistyped something

    # Those of the same key first: sorting keeps the others in their order.
    for name in sorted(CHOICES, key=lambda name: name != key):
        begun = [each for each in CHOICES[name] if value.startswith(each)]
        likeness = 0.6 if name == key else 0.8
        typed = value[:_LONGEST]
        if near := begun or get_close_matches(typed, CHOICES[name], 1, likeness):
            return f"{name}:{near[0]}"
    return ""
