"""What may come after a practice: the same again, another, what if, a file of it, or the end."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from guide.conversation.events import Choice, Event
from guide.flow.model import Text
from guide.practice import phrases
from guide.practice.scenario import NEXT_DAY, ScenarioCase
from guide.practice.scene import Offer, Scene, Stage, ask


def next_scene(
    stage: Stage,
    telling: ScenarioCase,
    step: str,
    events: Sequence[Event],
    again: Callable[[], Scene] | None = None,
    next_day: Callable[[], Scene] | None = None,
) -> Scene:
    """A scene that ends a practice and asks what next."""
    offers = list(_next_offers(stage, telling, tuple(events), again, next_day))
    return ask(stage, step, events, phrases.NEXT, offers, telling)


def _next_offers(
    stage: Stage,
    telling: ScenarioCase,
    debrief: tuple[Event, ...],
    again: Callable[[], Scene] | None,
    next_day: Callable[[], Scene] | None,
) -> Iterator[Offer]:
    after = stage.after

    def offer(key: str, text: Text, scene: Callable[[], Scene]) -> Offer:
        return Offer(Choice(key, stage.phrase(text)), lambda _: scene())

    if again is not None:
        yield offer("again-there", phrases.AGAIN_THERE, again)
    if next_day is not None:
        yield offer(NEXT_DAY, phrases.COME_NEXT_DAY, next_day)
    yield offer("again", phrases.AGAIN, partial(after.opening, stage, telling))
    yield offer("what-if", phrases.WHAT_IF, partial(after.what_if, stage, telling))
    if stage.shelf.debrief:
        yield _write(stage, telling, debrief)
    yield offer("another", phrases.MENU_AGAIN, partial(after.menu, stage))
    yield offer("practised", phrases.PRACTISED, partial(after.practised, stage))
    yield offer("finish", phrases.FINISH, partial(after.goodbye, stage))


def _write(stage: Stage, telling: ScenarioCase, debrief: tuple[Event, ...]) -> Offer:
    from guide.practice import handout

    file = stage.shelf.debrief

    def write() -> str:
        title = stage.say(telling.scenario.title, telling.facts)
        text = handout.handout_page(
            title, handout.in_file(stage, debrief), file, stage.words.language
        )
        return "written" if handout.write_new_handout(file, text) else "failed"

    def written(outcome: str) -> Scene:
        text = phrases.WRITTEN if outcome == "written" else phrases.NOT_WRITTEN
        return next_scene(stage, telling, "written", [stage.says(text, file=file)])

    return Offer(Choice("write", stage.phrase(phrases.WRITE, file=file)), written, write)
