"""From lines of an entry to its fields."""

from tuireader.formats.markdown.bars import is_link_bar, pieces_of
from tuireader.formats.markdown.blocks import Block, Run, markdown, plain
from tuireader.formats.markdown.collector import Collector
from tuireader.formats.markdown.fields import Fields
from tuireader.formats.markdown.labels import Label, Role
from tuireader.formats.markdown.looks import Looks
from tuireader.formats.markdown.parts import PartKind
from tuireader.formats.markdown.segments import Segment, segments


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
            self.pending = None
            self._texts.begin_field()
            self.field(segment.label, segment, block)
        elif is_link_bar(segment.runs):
            self._fields.bar(segment.runs)
        elif plain(segment.runs).startswith("#") and self.looks.guess(segment):
            self._texts.at(-1)
        elif self._texts.continues(block):
            self._texts.go_on(segment.runs)
        elif label := self.pending or self.context:
            self.field(label, segment, block)
            if label.role != Role.ABSTRACT:
                self.pending = None
        else:
            self._loose(segment, block)

    def _loose(self, segment: Segment, block: Block) -> None:
        """Read text without a name by its looks, piece by piece if that helps."""
        pieces = pieces_of(segment.runs)
        if len(pieces) > 1 and any(map(self.looks.knows, pieces)):
            if self.looks.take_name(pieces[0]):
                del pieces[0]
        else:
            pieces = [segment.runs]
        for piece in pieces:
            part = Segment(None, piece, piece)
            if not self.looks.guess(part):
                self._texts.add(PartKind.PROSE, part, block)

    def field(self, label: Label, segment: Segment, block: Block) -> None:
        """Read the field `label` of `block`."""
        if not plain(segment.runs).strip() and not any(r.href for r in segment.runs):
            if label.role == Role.NOTE:  # a heading of its own, in bold
                self._fields.note(markdown(segment.whole))
            else:
                self.pending = label
            return
        self._texts.at(block.para)
        if label.role == Role.ABSTRACT:
            self._texts.add(PartKind.ABSTRACT, segment, block, label)
        elif not self._fields.put(label, segment):
            self._texts.add(PartKind.NOTE, segment, block, label)
