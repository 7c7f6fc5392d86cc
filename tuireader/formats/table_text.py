"""Tables as text: papers a row, fields between commas, semicolons or tabs."""

from collections.abc import Iterator, Sequence

from tuireader.domain.entry import CUT, Problem
from tuireader.formats.as_records import RecordAt, read_records
from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.sidecar_names import canonical

_TABLES = (".csv", ".tsv", ".tab")
_BESIDE_TITLES = frozenset(("authors", "url", "abstract", "date", "published"))
_NEED = 2
_LONGEST_HEAD = 4096
_MOST_COLUMNS = 200


class TableText:
    """A table with a row of names above rows of papers."""

    name = "table"

    def recognise(self, source: Source) -> Recognition:
        """See whether the first line names a title and other fields of papers."""
        head = source.text[:_LONGEST_HEAD].partition("\n")[0]
        names = _names(head, _separator(head))
        known = _BESIDE_TITLES.intersection(names)
        if "title" not in names or not known:
            return Recognition(0, "")
        if source.extension not in _TABLES and len(known) < _NEED:
            return Recognition(0, "")
        return Recognition(88, f"a table of {len(names)} columns")

    def read(self, source: Source) -> Reading:
        """Read every row that has a title."""
        separator = _separator(source.lines[0])
        rows = _Rows(source.lines, separator)
        reading = read_records(source, list(rows))
        return Reading(reading.entries, (*reading.problems, *rows.problems))


def _separator(head: str) -> str:
    return max("\t;,", key=head.count)


def _names(head: str, separator: str) -> list[str]:
    cells = head.lstrip("\ufeff").split(separator)[:_MOST_COLUMNS]
    return [canonical(cell.strip(' "')) for cell in cells] if cells[1:] else []


class _Rows:
    """The rows of a table as records; what is no row becomes a problem."""

    def __init__(self, lines: Sequence[str], separator: str) -> None:
        self.problems: list[Problem] = []
        self._lines = lines
        self._separator = separator

    def __iter__(self) -> Iterator[RecordAt]:
        import csv

        ended = (f"{line}\n" for line in self._lines)
        reader = csv.reader(ended, delimiter=self._separator)
        names: list[str] = []
        at = 1
        try:
            for cells in reader:
                if not names:
                    names = [cell.strip() for cell in cells[:_MOST_COLUMNS]]
                elif any(map(str.strip, cells)):
                    yield RecordAt(_fields(names, cells), at)
                at = reader.line_num + 1
        except csv.Error as error:
            self.problems.append(Problem(at, f"no row of a table: {error}", CUT))


def _fields(names: Sequence[str], cells: Sequence[str]) -> dict[str, object]:
    """Return the cells by name; those without one, or with the same, by number."""
    fields: dict[str, object] = {}
    for place, cell in enumerate(cells):
        name = names[place] if place < len(names) else ""
        if cell.strip():
            known = not name or name in fields
            fields[f"column {place + 1}" if known else name] = cell.strip()
    return fields
