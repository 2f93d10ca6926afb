"""Which languages of a folder are sound, and why the others are not.

A kiosk is open to whoever stands there, so it offers only languages without an error of
`guide locale check`; one that has any is left out by itself and takes nothing else along. In the
chat a person has asked for their language: there a line that cannot be used stands in English,
and the rest of the language stays (guide.i18n.catalogue).
"""

from guide.check.finding import Finding
from guide.project import Project
from guide.translate.audit import SAFETY_IN_ENGLISH, audit


def faults_of_language(project: Project, code: str) -> tuple[str, str]:
    """Why a language is not sound; and of a sound one, how many safety lines stand in English.

    Each is told in sentences for whoever looks after it, and empty where there is nothing to tell.
    """
    more = f"`guide locale check {code}` says more."
    try:
        faults = audit(project, [code])
        why = _why_unsound(project, code, faults)
    except Exception as error:  # whatever it is, it is a fault of this language alone
        faults, why = [], f"It could not be looked at ({type(error).__name__})."
    if why:
        return f"{why} {more}", ""
    lines = [fault.what for fault in faults if fault.code.endswith(SAFETY_IN_ENGLISH)]
    return "", f"{' '.join(lines)} {more}" if lines else ""


def _why_unsound(project: Project, code: str, faults: list[Finding]) -> str:
    """The first error of a language; empty where it is sound."""
    errors = [fault for fault in faults if fault.severity == "error"]
    if errors:
        return f"{errors[0].place}: {errors[0].what} {errors[0].what_to_do}"
    return "It cannot be read." if project.translations(code) is None else ""
