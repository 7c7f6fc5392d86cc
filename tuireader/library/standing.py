"""How papers stand with their reader: what was done, and else the baseline."""

from collections.abc import Callable, Sequence
from datetime import datetime

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.events import (
    BASELINE,
    NOTE,
    QUEUE,
    READ,
    STAR,
    TAG,
    Event,
    Fields,
    Keys,
    PaperState,
    value_in,
)
from tuireader.domain.paper import Identified
from tuireader.library.baseline import Baseline
from tuireader.library.keyring import Keyring
from tuireader.store.state import State, Wish
from tuireader.text import sanitise


class Standing:
    """The state as it applies to one library."""

    def __init__(self, state: State | None = None, name: str = "") -> None:
        """Take what the state is made of.

        Args:
            state: What the reader did; by default nothing yet, and kept in memory only.
            name: Name of the library, which its baseline goes by.
        """
        self._state = state or State()
        self._library = (f"library:{name}",)
        self._kept: tuple[str, Baseline] | None = None
        self._assumed = Baseline("")
        self._follower: Callable[[], None] = lambda: None

    def follow(self, call: Callable[[], None]) -> None:
        """Have `call` called, in place of that of before, wherever something changes.

        So the work that a change makes is done by who changes, and not by who looks.
        """
        self._follower = call

    def _tell(self) -> None:
        self._follower()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is to be said of the files: what was damaged, why nothing is kept."""
        state = self._state
        told = dict.fromkeys([*state.messages, state.read_only])
        return tuple(text for text in told if text)

    @property
    def version(self) -> int:
        """A number that grows with each change."""
        return len(self._state.log)

    def since(self, version: int) -> tuple[list[Event], int]:
        """Return what changed since `version`, and the version that it led to."""
        events = self._state.log[version:]
        return events, version + len(events)

    def items(self) -> list[tuple[Keys, Fields]]:
        """Return all that is kept, of whichever library."""
        return self._state.items()

    @property
    def baseline(self) -> Baseline:
        """What counts as read although nobody said so."""
        text = value_in(self._state.fields(self._library), BASELINE)
        if not isinstance(text, str):
            return self._assumed
        if self._kept is None or self._kept[0] != text:
            self._kept = text, Baseline.parse(text)
        return self._kept[1]

    def assume_baseline(self, catalogue: Catalogue) -> None:
        """Until one is kept, let that count which will be kept of `catalogue`."""
        today = datetime.now().astimezone().date()
        self._assumed = Baseline.of_day(catalogue, today)

    def keep_baseline(self, catalogue: Catalogue, keyring: Keyring) -> None:
        """Keep the baseline of the library as it is, if it has papers and none yet.

        Raises:
            StateError: It cannot be kept.
        """
        if not catalogue.size or self._state.fields(self._library):
            return
        self.assume_baseline(catalogue)
        text = self._assumed.naming(catalogue, keyring).text
        wish = Wish(BASELINE, text, (self._library,))
        # Unless another program did so just now.
        self._state.change(lambda found: [] if found.fields(self._library) else [wish])

    def state_of(self, paper: Identified) -> PaperState:
        """Return the state of a paper."""
        return self.state(paper.keys, [seen.date for seen in paper.appearances])

    def state(self, keys: Keys, dates: Sequence[str]) -> PaperState:
        """Return the state of a paper by its keys and the days of its appearances."""
        fields = self._state.fields(keys)
        state = _stated(fields) if fields else PaperState()
        if isinstance(value_in(fields, READ), bool):
            return state
        return state._replace(read=self.baseline.counts(dates, keys))


def _stated(fields: Fields) -> PaperState:
    queue, note = value_in(fields, QUEUE), value_in(fields, NOTE)
    tags = {
        kind: sanitise(register.value)
        for kind, register in fields.items()
        if kind.startswith(TAG) and isinstance(register.value, str)
    }
    return PaperState(
        value_in(fields, READ) is True,
        value_in(fields, STAR) is True,
        queue if isinstance(queue, float) else None,
        sanitise(note) if isinstance(note, str) else "",
        tuple(tags[kind] for kind in sorted(tags)),
    )
