"""What a check found: where, how bad, what to do, and the shortest answers that show it."""

from typing import Literal, NamedTuple

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
