"""Which languages of a folder are sound, and why the others are not.

A kiosk is open to whoever stands there, so it offers only languages without an error of
`guide locale check`; one that has any is left out by itself and takes nothing else along. In the
chat a person has asked for their language: there a line that cannot be used stands in English,
and the rest of the language stays (guide.i18n.catalogue).
"""

from typing import NamedTuple

from guide.i18n import load
from guide.i18n.words import SOURCE_LANGUAGE
from guide.project import Project
from guide.translate.audit import SAFETY_IN_ENGLISH, Fault, audit


class Soundness(NamedTuple):
    """What is the matter with the languages of a folder, by their codes.

    Each is told in sentences for whoever looks after it. English is what all the others fall back
    to, so it is in neither.
    """

    left_out: dict[str, str]
    """Why a language is not sound."""
    in_english: dict[str, str]
    """Of a sound one, how many of its safety lines stand in English."""


def soundness(project: Project) -> Soundness:
    """Look at every language of a folder."""
    left_out, in_english = {}, {}
    for code in project.languages:
        if code == SOURCE_LANGUAGE:
            continue
        more = f"`guide locale check {code}` says more."
        try:
            faults = audit(project, [code])
            why = _why_unsound(project, code, faults)
        except Exception as error:  # whatever it is, it is a fault of this language alone
            faults, why = [], f"It could not be looked at ({type(error).__name__})."
        if why:
            left_out[code] = f"{why} {more}"
        elif lines := [fault.what for fault in faults if fault.code.endswith(SAFETY_IN_ENGLISH)]:
            in_english[code] = f"{' '.join(lines)} {more}"
    return Soundness(left_out, in_english)


def _why_unsound(project: Project, code: str, faults: list[Fault]) -> str:
    """The first error of a language; empty where it is sound."""
    errors = [fault for fault in faults if fault.severity == "error"]
    if errors:
        return f"{errors[0].place}: {errors[0].what} {errors[0].what_to_do}"
    is_readable = load.load_catalogue(project.locales, code) is not None
    return "" if is_readable else "It cannot be read."
