"""Every word of the scenarios that a person may see, for translators."""

from collections.abc import Iterable

from guide.flow import walk
from guide.flow.model import Text
from guide.practice.scenario import Scenario


def texts(scenarios: Iterable[Scenario]) -> list[Text]:
    """The texts of sound scenarios, in the order of the files.

    Statements that a scenario says are among the flows' own texts and not among these.
    """
    return list(walk.texts(tuple(scenarios)))
