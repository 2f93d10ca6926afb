"""Every word of the scenarios that a person may see, for translators."""

from guide.flow import walk
from guide.flow.model import Library, Text
from guide.practice.read import scenarios_from


def texts(library: Library, flows: str) -> list[Text]:
    """The texts of every sound scenario beside a folder of flows, in the order of the files.

    Statements that a scenario says are among the flows' own texts and not among these.
    """
    return list(walk.texts(scenarios_from(library, flows).scenarios))
