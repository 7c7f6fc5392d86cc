"""What stands for the authors whom a list does not name: `et al.`, `외 3명`."""

import re
from functools import cache

# `김성현 외 3명`, `山田太郎ほか`, `张三等`: `et al.` in other languages.
_OTHERS = r"(?:\s|(?<=\S)(?=[ほ等]))((?:외|ほか|他|等) ?(?:[0-9]{1,4} ?)?[명인名人]?)$"


@cache
def _compiled() -> re.Pattern[str]:
    """Compile when a list first needs it: the way to the first screen does not."""
    return re.compile(_OTHERS)


def others_in(names: str) -> re.Match[str] | None:
    """Return where names end in such words of Korean, Japanese or Chinese, if they do.

    The first group is the words.
    """
    return _compiled().search(names)


def stands_for_others(name: str) -> bool:
    """Say whether what stands at the end of a list is `et al.` or `외 3명`."""
    if name.isascii():
        return name.casefold().startswith("et al")
    return _compiled().fullmatch(f" {name}") is not None
