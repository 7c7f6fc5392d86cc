"""From lines of an entry to its fields."""

from tuireader.formats.markdown.bars import is_link_bar, parted_tail, pieces_of
from tuireader.formats.markdown.blocks import Block, Run, markdown, plain
from tuireader.formats.markdown.collector import Collector
from tuireader.formats.markdown.fields import Fields
from tuireader.formats.markdown.labels import Label, Role, names_bar
from tuireader.formats.markdown.looks import Looks
from tuireader.formats.markdown.parts import PartKind
from tuireader.formats.markdown.segments import Segment, segments
from tuireader.formats.people import split_authors

_SEVERAL = 2


class LineReader:
    """Reads fields by their names and other text by its looks.

    Args:
        fields: The entry's fields so far.
        texts: Its paragraphs so far.
    """

    def __init__(self, fields: Fields, texts: Collector) -> None:
        self.context: Label | None = None
        """What the heading or summary above says that the text is."""
        self.pending: Label | None = None
        """A field whose name stood alone: the value follows."""
        self.looks = Looks(fields)
        self._fields = fields
        self._texts = texts
        self._label_list = self._names_list = -1
        """The list that the name of a field stood in, and the one of its authors."""

    def read(self, runs: list[Run], block: Block) -> None:
        """Read a line of `block`."""
        spoken = self._fields.without_chips(runs)
        for segment in segments(spoken):
            self._segment(segment, block)
        if len(spoken) < len(runs):
            self.pending = None  # the chips were the value
        self.looks.seen += 1

    def _segment(self, segment: Segment, block: Block) -> None:
        if segment.label:
            self.pending, self._names_list = None, -1
            self._texts.begin_field()
            self.field(segment.label, segment, block)
        elif not self._goes_on(segment, block):
            self._unnamed(segment, block)

    def _goes_on(self, segment: Segment, block: Block) -> bool:
        """Read one more of the authors that stand one an item below their name."""
        if self._names_list < 0 or self._texts.list_of(block) != self._names_list:
            return False
        self._fields.authors += split_authors(plain(segment.runs))
        return True

    def _unnamed(self, segment: Segment, block: Block) -> None:
        """Read text that does not say what it is."""
        if is_link_bar(segment.runs):
            self._fields.bar(segment.runs)
        elif self._stands_apart(segment):
            self._texts.at(-1)
        elif self._texts.continues(block) and not _is_signed(segment.runs):
            self._texts.go_on(segment.runs)
        elif label := self.pending or self.context:
            self.field(label, segment, block)
            if label.role != Role.ABSTRACT:
                self.pending = None
            if label.role == Role.AUTHORS:
                items = self._texts.list_of(block)
                self._names_list = items if items != self._label_list else -1
        else:
            self._loose(segment, block)

    def _stands_apart(self, segment: Segment) -> bool:
        """Read tags or a day that go on no text above them; say whether it is such."""
        if plain(segment.runs).startswith("#") and self.looks.guess(segment):
            return True
        return self.looks.take_submission(segment)

    def _loose(self, segment: Segment, block: Block) -> None:
        """Read text without a name by its looks, piece by piece if that helps."""
        pieces = pieces_of(self._without_tail(segment.runs))
        if len(pieces) > _SEVERAL and self.looks.take_people(pieces):
            return
        if len(pieces) > 1 and any(map(self.looks.knows, pieces)):
            if self.looks.take_name(pieces[0]):
                del pieces[0]
        else:
            pieces = [self._without_tail(segment.runs)]
        for piece in pieces:
            part = Segment(None, piece, piece)
            if not self.looks.guess(part):
                self.looks.take_last_tags(piece)
                self._texts.add(PartKind.PROSE, part, block)

    def _without_tail(self, runs: list[Run]) -> list[Run]:
        """Return a line without the links that it ends with, which are kept as such.

        `A sentence. ([paper](…) | [code](…))`, `Ada Lee, Bo Wu — [arXiv](…)`.
        """
        body, tail = parted_tail(runs)
        for run in tail:
            if run.href:
                self._fields.link(run)
        return body

    def field(self, label: Label, segment: Segment, block: Block) -> None:
        """Read the field `label` of `block`."""
        if not plain(segment.runs).strip() and not any(r.href for r in segment.runs):
            if label.role == Role.NOTE:  # a heading of its own, in bold
                if not names_bar(plain(segment.whole)):
                    self._fields.note(markdown(segment.whole))
            else:
                self.pending = label
                self._label_list = self._texts.list_of(block)
            return
        self._texts.at(block.para)
        if label.role == Role.ABSTRACT and is_link_bar(segment.runs):
            self._fields.bar(segment.runs)  # a column `Abs` of links to abstracts
            for run in segment.runs:
                self._fields.link(run)
        elif label.role == Role.ABSTRACT:
            self._texts.add(PartKind.ABSTRACT, segment, block, label)
        elif not self._fields.put(label, segment):
            self._texts.add(PartKind.NOTE, segment, block, label)


def _is_signed(runs: list[Run]) -> bool:
    """Say whether a line begins with a small picture, as `💡 …` below an abstract."""
    return "\U0001f300" <= plain(runs).lstrip()[:1] <= "\U0001faff"
