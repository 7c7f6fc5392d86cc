"""Steps through the filters of before, as a shell does through its commands."""

from collections.abc import Callable, Sequence

from tuireader.text.told import told
from tuireader.ui.messages import Notice


class Recall:
    """Knows which filter of before the line holds, and what was typed instead."""

    def __init__(
        self, texts: Callable[[], Sequence[str]], tell: Callable[[Notice], object]
    ) -> None:
        """Hold none.

        Args:
            texts: Returns the filters of before, the last one last.
            tell: Told why there are none, where they cannot be read.
        """
        self._texts_of = texts
        self._tell = tell
        self._place: int | None = None
        """Of the one held, counted from the last, which is 1."""
        self._draft = ""

    @property
    def is_on(self) -> bool:
        """Whether the line holds one of them."""
        return self._place is not None

    def holds(self, text: str) -> bool:
        """Tell whether the line holds `text` because it was recalled."""
        if self._place is None:
            return False
        texts = self._texts()
        return text == (texts[-self._place] if self._place <= len(texts) else "")

    def end(self) -> None:
        """Hold none of them any more."""
        self._place = None

    def step(self, steps: int, typed: str) -> str | None:
        """Hold the one so many before the one held; the draft after the last.

        Args:
            steps: How many; negative for later ones.
            typed: What the line holds, a draft if it is none of them.

        Returns:
            What the line is to hold; None where there are no more.
        """
        if self._place is None:
            self._draft = typed
        wanted = (self._place or 0) + steps
        texts = self._texts()
        if wanted > len(texts):
            return None
        self._place = wanted or None
        return texts[-wanted] if wanted else self._draft

    def _texts(self) -> Sequence[str]:
        try:
            return self._texts_of()
        except OSError as error:
            self._tell(Notice(f"filters of before: {told(error)}", "warning"))
            return ()
