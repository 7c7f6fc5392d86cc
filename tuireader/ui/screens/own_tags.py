"""A small screen on which tags of the reader's own are given and taken."""

import re
from collections.abc import Sequence

from tuireader.domain.identity import canonical_tag
from tuireader.ui.screens.picker import Choice, PickerScreen, matching

GIVE, TAKE = "give:", "take:"
BETWEEN = "\n"
"""Between the tags of a key, which are on one line each."""
_SEPARATOR = re.compile(r",|\s#")


class OwnTagsScreen(PickerScreen):
    """Completes known tags; what is none of them becomes a new one, or several."""

    def narrowed(self, typed: str) -> Sequence[Choice]:
        """Return the tags that may be meant, and new ones; a comma parts these."""
        found = matching(typed, self.choices)
        names = _names(typed)
        known = {canonical_tag(choice.label.lstrip("#")) for choice in found}
        if not names or (len(names) == 1 and canonical_tag(names[0]) in known):
            return found
        # Before what merely resembles it.
        name = names[0].casefold() if len(names) == 1 else typed.casefold()
        sure = sum(name in choice.label.casefold() for choice in found)
        label = " ".join(f"#{name}" for name in names)
        new = Choice(f"{GIVE}{BETWEEN.join(names)}", label, "new")
        return [*found[:sure], new, *found[sure:]]


def _names(typed: str) -> list[str]:
    """Return the tags that are typed, as they are to be written."""
    names = ["-".join(part.lstrip("# ").split()) for part in _SEPARATOR.split(typed)]
    return [name for name in names if canonical_tag(name)]


def tag_choices(own: Sequence[str], known: Sequence[tuple[str, str]]) -> list[Choice]:
    """Return what can be picked: own tags, which are taken away, then known ones.

    Args:
        own: Tags that the reader gave the paper.
        known: Labels of all tags, and how many papers have each.
    """
    given = {canonical_tag(tag) for tag in own}
    taken = [Choice(f"{TAKE}{tag}", f"#{tag}", "take away") for tag in own]
    others = [
        Choice(f"{GIVE}{tag}", f"#{tag}", number)
        for tag, number in known
        if canonical_tag(tag) not in given
    ]
    return taken + others
