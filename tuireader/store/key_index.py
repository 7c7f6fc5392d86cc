"""Papers found under any of the keys that they had."""

from tuireader.domain.events import Keys, are_one_paper


class KeyIndex:
    """Papers, each under its keys; several may share one."""

    def __init__(self) -> None:
        self._under: dict[str, Keys | list[Keys]] = {}
        """Most keys are of one paper, which then stands here without a list."""

    def add(self, keys: Keys) -> None:
        """Take in a paper, which is not here yet."""
        for key in keys:
            before = self._under.setdefault(key, keys)
            if isinstance(before, list):
                before.append(keys)
            elif before is not keys:
                self._under[key] = [before, keys]

    def same_as(self, keys: Keys) -> list[Keys]:
        """Return the papers that are one with that of `keys`, by their own keys."""
        found: dict[Keys, None] = {}
        for key in keys:
            known = self._under.get(key, ())
            found.update(dict.fromkeys(known if isinstance(known, list) else [known]))
        found.pop((), None)
        return [known for known in found if are_one_paper(known, keys)]
