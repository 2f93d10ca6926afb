"""A leaf: something to read that may be longer than the screen, and what can be chosen on it."""

from collections.abc import Iterable
from typing import NamedTuple

from guide.front.cells import wrap
from guide.front.chat.draw.bubbles import draw
from guide.front.chat.draw.lines import Viewport
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import Action, ScreenLine, does_of

# A shipped conversation has eight at most. All are drawn anew when the window changes, so this
# bounds that as well.
KEPT = 60
"""The most sections a leaf holds: a conversation that goes round and round keeps its size."""

READ_ON = 3
"""Lines that an arrow key moves on by, where there is nothing to select near."""

_SIGNS = 5
"""Cells that stand before the words of an answer: its number, and the space around it."""

UNSELECTED = -1
"""What is selected when nothing is."""


class Item(NamedTuple):
    """Something that can be chosen, and the lines it takes: `first` to before `end`."""

    does: Action
    first: int
    end: int


class ScrollView:
    """Sections one below another. It knows which line is at the top and which item is selected."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections = list(sections)
        self.top = 0
        self.selected = UNSELECTED
        self._turned = UNSELECTED
        """The heading that was opened or closed since it was drawn."""
        self.lines: list[ScreenLine] = []
        self.kept: tuple[ScreenLine, ...] = ()
        """Lines that stay in view below what is read: it has so many lines less."""
        self.items: list[Item] = []
        self._starts: list[int] = []
        self._viewport: Viewport | None = None
        self._settled = False
        self._has_note = False

    # -- what is on it

    def add(self, section: Section) -> None:
        """Put a section at the end; the question before it is answered now."""
        if self.sections:
            self.sections[-1] = self.sections[-1]._replace(asks=False)
            self._forget(len(self.sections) - 1)
        self.sections.append(section)
        if len(self.sections) > KEPT:
            self._drop_first()
        self.fresh()

    def note(self, section: Section) -> None:
        """Say something below what can be chosen, until something else is done."""
        self.drop_note()
        self.sections.append(section)
        self._has_note = True
        self.fresh()

    def drop_note(self) -> None:
        """Take the note away, where there is one."""
        if self._has_note:
            self.sections.pop()
            self._forget(len(self.sections))
            self._has_note = False

    @property
    def open(self) -> Section:
        """The section whose choices can be given now."""
        return self.sections[-2 if self._has_note else -1]

    def replace(self, sections: Iterable[Section]) -> None:
        """Put these sections in place of all there were."""
        self.sections = list(sections)[-KEPT:]
        self._forget(0)
        self.fresh()

    def turn(self, heading: str) -> None:
        """Open what stands under a heading, or close it, where it stands."""
        self._turned, self.selected = self.find(Action("open", heading)), UNSELECTED
        for number, section in enumerate(self.sections):
            if heading in (choice.key for choice in section.headings):
                self.sections[number] = section._replace(opened=section.opened ^ {heading})
                self._forget(number)

    def fresh(self) -> None:
        """Let the newest section be what is seen next, with nothing selected."""
        self.selected = UNSELECTED
        self._settled = False

    def _drop_first(self) -> None:
        """Let go of the oldest section; what comes after it stays drawn."""
        del self.sections[0]
        if not self._starts:
            return
        size = self._starts[1] if len(self._starts) > 1 else len(self.lines)
        del self.lines[:size]
        self._starts = [start - size for start in self._starts[1:]]
        self.items = [
            Item(does, first - size, end - size) for does, first, end in self.items if first >= size
        ]

    # -- drawing

    def lay_out(self, viewport: Viewport, height: int) -> None:
        """Draw what is not drawn for this viewport yet, and see that the right part is in view."""
        if self._viewport is None or not viewport.is_like(self._viewport):
            self._turn_to(viewport)
        self._draw_missing(viewport)
        is_new, self._settled = not self._settled, True
        self.kept = ()
        self._place(height, is_new=is_new)
        kept = self._danger_below(viewport, height)
        room = height - len(kept)
        asked = self._asked(self._starts[-1]) if kept else None
        if asked and asked.end - asked.first <= room:
            self._place(room, is_new=is_new)
            self.kept = kept
        self._turned = UNSELECTED

    def _place(self, height: int, *, is_new: bool) -> None:
        """See that the right part is in view: what is new, or was just opened."""
        if is_new:
            self.top = self._newest(height)
        if self._turned != UNSELECTED:
            self._see_turned(height)
        self.scroll(0, height)

    def _danger_below(self, viewport: Viewport, height: int) -> tuple[ScreenLine, ...]:
        """The answer that may be given at any question, where it is below what is in view.

        Without the English beside it. Below help it waits: whom to turn to needs the lines more.
        """
        waits = self.open.helps or not self.open.standing
        place = UNSELECTED if waits else self.find(self.open.offers[0].does)
        if place == UNSELECTED or self.items[place].end <= self.top + height:
            return ()
        own = len(wrap(self.open.offers[0].label, viewport.readable - _SIGNS))
        own += viewport.by_hand and own == 1  # a finger needs two rows
        return tuple(self.lines[self.items[place].first : self.items[place].end][:own])

    def _see_turned(self, height: int) -> None:
        """Keep the heading just turned selected; what it opened is seen from its beginning."""
        self.select(self._turned, height)
        heading = self.items[self._turned]
        if heading.end > self.top + height // 2:
            self.top = heading.first

    def _turn_to(self, viewport: Viewport) -> None:
        """Start in another viewport, and find the place that was at the top again."""
        at_end = not self._starts or self.top >= self._starts[-1] or self._shows_its_end()
        section = max(0, sum(start <= self.top for start in self._starts) - 1)
        into = 0 if at_end else self.top - self._starts[section]
        self._viewport = viewport
        self._forget(0)
        self._draw_missing(viewport)
        if at_end:
            self._settled = False
        else:
            self.top = self._starts[section] + into

    def _shows_its_end(self) -> bool:
        """Whether all of the newest section was in view: on a smaller screen it still has to be."""
        return self._viewport is not None and self.top + self._viewport.height >= len(self.lines)

    def _draw_missing(self, viewport: Viewport) -> None:
        for section in self.sections[len(self._starts) :]:
            self._starts.append(len(self.lines))
            if self.lines:
                self.lines.append(())
            for line in draw(section, viewport):
                self._put(line)

    def _put(self, line: ScreenLine) -> None:
        here = len(self.lines)
        self.lines.append(line)
        does = does_of(line)
        if not does:
            return
        if self.items and self.items[-1].does == does and self.items[-1].end == here:
            self.items[-1] = self.items[-1]._replace(end=here + 1)
        else:
            self.items.append(Item(does, here, here + 1))

    def _forget(self, section: int) -> None:
        """Forget the lines from this section on."""
        if section < len(self._starts):
            del self.lines[self._starts[section] :]
            del self._starts[section:]
            while self.items and self.items[-1].first >= len(self.lines):
                self.items.pop()

    def _newest(self, height: int) -> int:
        """The top line that shows the newest section best: all of it, or else its beginning."""
        if not self._starts:
            return 0
        start = self._starts[-1] + (1 if self._starts[-1] else 0)
        if len(self.lines) - start <= height:
            return len(self.lines) - height
        # Whom to turn to comes before a question that waits below an ending.
        asked = None if self.sections[-1].ends else self._asked(start)
        if asked and asked.end > start + height:
            # What is asked and its first answer are in view, and as much before them as fits.
            return max(start, min(asked.first, asked.end - height))
        return self._beginning(start)

    def _beginning(self, start: int) -> int:
        """Where what is new begins: the person's own words may go out of view, it may not."""
        own = [item.end for item in self.items if item.first == start]
        return own[0] + 1 if own and self.sections[-1].answer >= 0 else start

    def _asked(self, start: int) -> Item | None:
        """From the first line of the question asked in the newest section to its first answer."""
        lines = range(start, len(self.lines))
        first = next((n for n in lines if _is_question(self.lines[n])), None)
        if first is None:
            return None
        answers = (item for item in self.items if item.first > first)
        return next((answer._replace(first=first) for answer in answers), None)

    # -- moving about

    def move(self, step: int, height: int) -> None:
        """Select the next item (1) or the one before (-1); read on to it where it is far away."""
        if not self.items:
            self.scroll(step, height)
            return
        position = self._entrance(step) if self.selected == UNSELECTED else self.selected + step
        position = max(0, min(position, len(self.items) - 1))
        item, top = self.items[position], self.top
        # A choice far off is scrolled to, not jumped to: words between must not be missed.
        if item.first >= top + height + READ_ON or item.end <= top - READ_ON:
            self.scroll(step * READ_ON, height)
        elif position == self.selected:
            self.scroll(step, height)
        else:
            self.select(position, height)

    def _entrance(self, step: int) -> int:
        """The item that is selected first: the first open one, or going up the last before it."""
        open_ = (n for n, item in enumerate(self.items) if item.does.what != "change")
        first = next(open_, len(self.items))
        return first if step > 0 else first - 1

    def select(self, position: int, height: int) -> None:
        """Select an item and bring it into view."""
        self.selected = position
        item = self.items[position]
        if item.end > self.top + height:
            self.top = item.end - height
        if item.first < self.top or item.end - item.first > height:
            self.top = item.first

    @property
    def cut_above(self) -> bool:
        """Whether the newest section begins above what is in view."""
        start = self._starts[-1] if self._starts else 0
        return self.top > self._beginning(start + 1 if start else 0)

    def scroll(self, lines: int, height: int) -> None:
        """Move the text by so many lines."""
        self.top = max(0, min(self.top + lines, len(self.lines) - height))

    def find(self, does: Action) -> int:
        """Where an item is among the items; UNSELECTED where it is not on this leaf."""
        return next((n for n, item in enumerate(self.items) if item.does == does), UNSELECTED)


def _is_question(line: ScreenLine) -> bool:
    return any(span.role == "question" for span in line)
