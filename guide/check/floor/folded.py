"""What is never folded away at an ending: whom to turn to first, and whom not to tell."""

import re
from collections.abc import Iterator

from guide.check.proof.endings import EndingView
from guide.check.proof.factsets import without
from guide.flow.model import Library, Line, When

# "Do not tell them off" speaks of scolding, and hides nobody.
_WHOM_NOT = re.compile(
    r"\b(?:do not|don.t|never|not to) (?:tell(?! them off)|warn|confront|face|contact)\b",
    re.IGNORECASE,
)


def nobody_in_view(view: EndingView) -> int:
    """The combinations that are shown contacts, and none of them without opening something."""
    in_view = 0
    for shown in view.ending.contacts:
        in_view |= view.holding(shown.when)
    return without(view.shows_any(view.contacts) & view.entered, in_view)


def hidden_warnings(view: EndingView, library: Library) -> Iterator[tuple[Line, int]]:
    """Each line that says whom not to tell and is folded away, with those who do not see it.

    Whoever reads the same in view has it twice, and lacks nothing.
    """
    for when, line in _folded(view):
        wording = library.statements[line.statement].say if line.statement else line.wording
        warned = 0
        left = view.entered & view.holding(when + line.when)
        for variant in wording:
            here = left & view.holding(variant.when)
            left = without(left, here)
            if _WHOM_NOT.search(variant.text.source):
                warned |= here
        if line.statement:
            warned = without(warned, view.said_in_view((), line.statement))
        if warned:
            yield line, warned


def _folded(view: EndingView) -> Iterator[tuple[When, Line]]:
    ending = view.ending
    for more in (*ending.more, *view.more_everywhere):
        yield from ((more.when, line) for line in more.say)
    if ending.folds:
        yield from (((), line) for line in (*ending.next, *ending.if_not))
