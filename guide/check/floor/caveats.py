"""What a check leaves open, and what is excused: the end of every summary."""

import os
from collections.abc import Iterable

from guide.check.finding import Finding
from guide.check.floor import RECORD, UNDER_11, UNKNOWN_SERVICE, WAIVERS
from guide.project import Project


def not_proven(project: Project, findings: Iterable[Finding]) -> tuple[str, ...]:
    """What a check of this folder leaves open, each as the end of a sentence."""
    open_questions = [
        "that the words are true, or that anybody has read them",
        "that a number is answered",
    ]
    unknown = sum(finding.code == UNKNOWN_SERVICE for finding in findings)
    if unknown:
        open_questions.append(f"who {unknown} contacts are that the program does not know")
    if not os.path.isfile(os.path.join(project.flows, RECORD)):
        open_questions.append("that no line lost its meaning (guide check --record writes it down)")
    ages = project.library.facts.get("age")
    if ages is None or UNDER_11 not in dict(ages.values):
        open_questions.append(
            "that a child under 11 has an adult first, as nobody is asked their age"
        )
    if project.languages:
        listed = ", ".join(project.languages)
        open_questions.append(f"that no words harm in {listed}: those are held to their English")
    return tuple(open_questions)


def waived(project: Project, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The waivers of a folder that excuse something, as a summary prints them."""
    if not os.path.isfile(os.path.join(project.flows, WAIVERS)):
        return ()
    from guide.check.floor.waivers import DEAD, read_waivers

    died = {finding.place for finding in findings if finding.code == DEAD}
    waivers, _ = read_waivers(project.flows)
    return tuple(waiver.in_words() for waiver in waivers if waiver.place not in died)
