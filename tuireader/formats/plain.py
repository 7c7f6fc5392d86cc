"""Plain digests: dated text with title, authors, abstract, commentary and hashtags."""

from tuireader.formats.base import Reading, Recognition, Source


class PlainDigest:
    """A dated text that lists several papers."""

    name = "plain"

    def recognise(self, source: Source) -> Recognition:  # noqa: ARG002
        """Say how sure it is that `source` is a plain digest."""
        return Recognition(0, "")

    def read(self, source: Source) -> Reading:  # noqa: ARG002
        """Read every entry of `source`."""
        return Reading(())
