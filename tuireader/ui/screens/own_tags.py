"""A small screen on which tags of the reader's own are given and taken."""

from collections.abc import Sequence

from tuireader.domain.identity import canonical_tag
from tuireader.ui.screens.picker import Choice, PickerScreen, matching

GIVE, TAKE = "give:", "take:"


class OwnTagsScreen(PickerScreen):
    """Completes known tags; what is none of them becomes a new one."""

    def narrowed(self, typed: str) -> Sequence[Choice]:
        """Return the tags that may be meant, and a new one."""
        found = matching(typed, self.choices)
        name = "-".join(typed.lstrip("#").split())
        known = {canonical_tag(choice.label.lstrip("#")) for choice in found}
        if not canonical_tag(name) or canonical_tag(name) in known:
            return found
        # Before what merely resembles it.
        sure = sum(name.casefold() in choice.label.casefold() for choice in found)
        new = Choice(f"{GIVE}{name}", f"#{name}", "new")
        return [*found[:sure], new, *found[sure:]]


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
