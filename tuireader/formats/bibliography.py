"""Bibliographies: papers as BibTeX has them, with keywords and notes."""

from tuireader.domain.entry import Problem
from tuireader.formats.as_records import RecordAt, read_records
from tuireader.formats.base import Reading, Recognition, Source

_LOOK = 65_536
_NEAR = 8192


class Bibliography:
    """A list of papers as `@article{key, title = {…}, …}`."""

    name = "bibtex"

    def recognise(self, source: Source) -> Recognition:
        """Look for an item with a title at the beginning."""
        head = source.text[:_LOOK]
        if source.extension != ".bib" and head[:99].lstrip()[:1] not in {"@", "%"}:
            return Recognition(0, "")
        from tuireader.formats.bibtex_items import first_item

        item = first_item(head) if "@" in head else None
        if not item or "title" not in head[item.end() :][:_NEAR].casefold():
            return Recognition(0, "")
        begins = source.extension == ".bib" or not head[: item.start()].strip()
        return Recognition(90 if begins else 0, "items of a bibliography")

    def read(self, source: Source) -> Reading:
        """Read every item that has a title; the others become problems."""
        from tuireader.formats.bibtex_items import items_of
        from tuireader.formats.bibtex_records import record_of

        records: list[RecordAt] = []
        problems: list[Problem] = []
        for item in items_of(source.text):
            if item.fields.get("title"):
                records.append(RecordAt(record_of(item), item.line))
            else:
                what = f"no title in the item {item.key}"
                problems.append(Problem(item.line, what, "left out of the papers"))
        if not records:
            return Reading((), tuple(problems))
        reading = read_records(source, records)
        return Reading(reading.entries, (*problems, *reading.problems))
