"""Two hats: what the young person may do, and what you must do, both by the live flows."""

from collections.abc import Iterable

from guide.conversation.events import Event
from guide.flow.model import Ending, Facts, Library, Option
from guide.practice import phrases, safest
from guide.practice.scenario import DANGER, DANGERS, WHO, ScenarioCase
from guide.practice.scene import Stage
from guide.practice.way import PlayedPath

RECORD = "record"
"""The key of writing it down: no contact, and yet a thing to do wherever it is decided."""
LEAD = "safeguarding-lead"
CAREFUL = (LEAD, "social-services", "lado", "emergency")
"""Who can be chosen wherever it is decided where a story goes, as far as the flows know them."""
ALWAYS_RIGHT = (RECORD, LEAD)
NEVER_WRONG = (*CAREFUL, RECORD, "police-101", "trusted-adult")
"""More careful than the guide is never wrong, and where you are the one trusted nor is that."""
FIRST_PLACES = 2
"""How many of your own way may be turned to before those of theirs."""
_NOT_SAID = "unknown"


def your_way(stage: Stage, telling: ScenarioCase) -> PlayedPath | None:
    """The safest way through the guide as yourself; None where it has none for what is held."""
    open_facts = {
        fact: _NOT_SAID
        for fact, about in stage.library.facts.items()
        if _NOT_SAID in dict(about.values) and fact not in telling.facts
    }
    held = {**open_facts, **telling.facts, WHO: telling.scenario.hat}
    return stage.searches.search(held).right


def yours_too(telling: ScenarioCase, way: PlayedPath) -> bool:
    """Whether a way was walked as yourself and not as the person in the story."""
    return way.facts.get(WHO) == telling.scenario.hat != telling.audience


def careful_choices(library: Library) -> list[str]:
    """What can be chosen wherever it is decided: who acts, and writing it down."""
    return [*(name for name in CAREFUL if name in library.contacts), RECORD]


def name(stage: Stage, key: str, facts: Facts) -> str:
    """What something that can be decided is called."""
    return stage.phrase(phrases.RECORD) if key == RECORD else stage.name(key, facts)


def more_careful(taken: Option, right: Option) -> bool:
    """Whether an answer says more danger than the one held: that is never an error."""
    return _danger(taken) > _danger(right) >= 0


def _danger(option: Option) -> int:
    """How much danger an answer says; -1 where it says nothing of it."""
    danger = dict(option.means).get(DANGER)
    return DANGERS.index(danger) if danger in DANGERS else -1


def both(stage: Stage, telling: ScenarioCase) -> list[Event]:
    """What they may do and what you do, one beside the other, and what you do whatever was told."""
    right = safest.right_way(stage, telling)
    yours = your_way(stage, telling)
    theirs = stage.says(phrases.THEY, **_shown(stage, right.ending, right.facts))
    events: list[Event] = [stage.heading(phrases.TWO_WAYS), theirs]
    if yours is not None and telling.audience != telling.scenario.hat:
        events.append(stage.says(phrases.YOU, **_shown(stage, yours.ending, yours.facts)))
    return [*events, *duties(stage, telling)]


def _shown(stage: Stage, ending: Ending, facts: Facts) -> dict[str, str]:
    return {
        "title": stage.title(ending, facts),
        "names": safest.in_order(stage, ending, facts),
    }


def duties(stage: Stage, telling: ScenarioCase) -> Iterable[Event]:
    """What is yours to do today, however the talk went and whoever was chosen."""
    text = phrases.DUTIES.get(telling.scenario.you) or phrases.DUTIES[telling.scenario.hat]
    return [stage.says(phrases.DUTY_RECORD), stage.says(text)]
