"""Which entries are about one paper: those that share a key."""

from collections.abc import Sequence


def related(
    strong: Sequence[str], folded: Sequence[str]
) -> tuple[tuple[int, ...], ...]:
    """Return the entries of each paper that has several, in their order.

    Entries with the same own link are one paper, and so are entries with the same
    title; but a title that stands with different arXiv ids is no evidence: then it only
    joins the entries that have no id. The order of the entries changes nothing.

    Args:
        strong: Key by own link of each entry, such as `arxiv:2408.16293`, or empty.
        folded: Title of each entry as `title_key` folds it, or empty.
    """
    groups = _Groups(strong)
    for sharing in _shared(strong).values():
        groups.join(sharing)
    for _title, sharing in sorted(_shared(folded).items()):
        groups.join_by_title(sharing)
    return groups.found()


def _shared(keys: Sequence[str]) -> dict[str, list[int]]:
    """Return the entries under each key that several have."""
    first: dict[str, int] = {}
    shared: dict[str, list[int]] = {}
    for entry, key in enumerate(keys):
        if key and first.setdefault(key, entry) != entry:
            shared.setdefault(key, [first[key]]).append(entry)
    return shared


class _Groups:
    """Disjoint sets of entries, each with at most one arXiv id."""

    def __init__(self, strong: Sequence[str]) -> None:
        self._strong = strong
        self._parent: dict[int, int] = {}
        self._id: dict[int, str] = {}

    def join(self, entries: Sequence[int]) -> None:
        """Make one set of the sets that hold `entries`."""
        first = self._root(entries[0])
        for entry in entries[1:]:
            root = self._root(entry)
            if root != first:
                known = self.arxiv_id(first) or self.arxiv_id(root)
                first, root = min(first, root), max(first, root)
                self._parent[root] = first
                self._id[first] = known

    def join_by_title(self, entries: Sequence[int]) -> None:
        """Join `entries` unless their arXiv ids say that the title misleads."""
        ids = {found for entry in entries if (found := self.arxiv_id(entry))}
        if len(ids) > 1:
            entries = [entry for entry in entries if not self.arxiv_id(entry)]
        if len(entries) > 1:
            self.join(entries)

    def arxiv_id(self, entry: int) -> str:
        """Return the arXiv key of the set that holds `entry`, or an empty string."""
        root = self._root(entry)
        if root in self._id:
            return self._id[root]
        key = self._strong[root]
        return key if key.startswith("arxiv:") else ""

    def found(self) -> tuple[tuple[int, ...], ...]:
        """Return the sets of several entries."""
        sets: dict[int, list[int]] = {}
        for entry in self._parent:
            sets.setdefault(self._root(entry), []).append(entry)
        return tuple(
            sorted(tuple(sorted(group)) for group in sets.values() if group[1:])
        )

    def _root(self, entry: int) -> int:
        parent = self._parent.setdefault(entry, entry)
        while parent != entry:
            grand = self._parent[parent]
            self._parent[entry] = grand
            entry, parent = parent, grand
        return entry
