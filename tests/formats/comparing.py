"""What was kept of a digest, to compare with what was in it."""

from tuireader.domain.entry import Digest


def said(digest: Digest) -> str:
    """Everything that is kept of a digest, as one text."""
    parts: list[str] = [str(problem) for problem in digest.problems]
    for entry in digest.entries:
        parts += [entry.title, entry.abstract, entry.section, entry.url or ""]
        parts += [paragraph.text for paragraph in entry.commentary]
        parts += [*entry.authors, *entry.tags, *entry.wikilinks, *entry.references]
    return "\n".join(parts)
