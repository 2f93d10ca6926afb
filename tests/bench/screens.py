"""Every screen of the shipped flows, found as one machine, beside having every conversation."""

from collections.abc import Iterator

from guide.conversation.conversation import Conversation
from guide.flow.library import load_library
from guide.flow.model import Library
from guide.i18n.words import Words
from guide.screens.build import Screens
from tests.bench.measure import interleaved, timed
from tests.bench.table import Row, Table, at_most
from tests.support.screen_walks import count_paths
from tests.support.talking import SHIPPED

ROUNDS = 3


def tables() -> Iterator[Table]:
    """What the machine costs, once for all languages and then for each."""
    library = load_library(str(SHIPPED))
    english = Words(library.contacts)
    made = Screens(library)
    times = interleaved(
        {
            "walk": lambda: timed(lambda: have_each(library)),
            "find": lambda: timed(lambda: Screens(library)),
            "tell": lambda: timed(lambda: made.tell(english)),
        },
        ROUNDS,
    )
    machine = made.tell(english)
    number = count_paths(machine)
    rows = [
        Row(f"{number:,} conversations, had", (f"{times['walk']:.2f} s", "")),
        _row(f"{len(machine.states):,} states, found", times["find"], times.ratio("find", "walk")),
        _row(f"{len(machine.screens):,} screens, told", times["tell"], times.ratio("tell", "walk")),
    ]
    yield Table("every screen", ("time", "ratio"), rows)


def _row(what: str, seconds: float, ratio: float) -> Row:
    return Row(what, (f"{seconds:.2f} s", f"{ratio:.2f}"), at_most(ratio, 0.25))


def have_each(library: Library) -> None:
    """Have every conversation, each answer told once for all that go on from it."""
    talk = Conversation(library, Words(library.contacts))

    def on() -> None:
        for choice in (*talk.choices, *talk.standing_choices):
            talk.choose(choice.key)
            on()
            talk.back()

    talk.begin()
    on()
