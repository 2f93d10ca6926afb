"""The whole floor, looked for at once; `guide check` looks for its parts in several processes."""

from guide.check.finding import Finding
from guide.check.floor.look import conversation_findings, typed_findings, word_findings
from guide.project import Project


def floor_findings(project: Project, today: str) -> list[Finding]:
    """Everything a folder lacks of the floor; `today` is an ISO date, for waivers."""
    of_flows = [*word_findings(project, today), *conversation_findings(project)]
    return [*of_flows, *typed_findings(project)]
