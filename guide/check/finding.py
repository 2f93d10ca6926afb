"""What a check found: where, how bad, what to do, and the shortest answers that show it."""

from typing import Literal, NamedTuple

from guide.flow.model import Library
from guide.problems import Place

Severity = Literal["error", "warning"]


class Finding(NamedTuple):
    """One fault. Errors block; warnings inform; neither is ever counted as the other."""

    code: str
    """The name of the check, or the id of the rule."""
    severity: Severity
    place: Place
    what: str
    what_to_do: str
    answers: tuple[str, ...] | None = None
    """Option ids that lead there, as few as possible; None where no conversation is needed."""

    def __str__(self) -> str:
        return f"{self.place}: {self.code}: {self.what} {self.what_to_do}"


class Report(NamedTuple):
    """What was found in one folder, and how much of it was looked at."""

    path: str
    findings: tuple[Finding, ...]
    """Sorted by place."""
    library: Library | None
    rules: int
    conversations: int | None
    """How many the proof covers; None where they cannot be counted, or nothing was proven."""
    proven: bool
    kept: bool = False
    """Whether what it says of stories and languages was found earlier, and rests on the same."""
    not_proven: tuple[str, ...] = ()
    """What nobody should take for proven, each as the end of a sentence."""
    waived: tuple[str, ...] = ()
    """What is excused, by whom, why and until when."""
