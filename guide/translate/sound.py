"""Which languages of a folder are sound, and why the others are not.

A kiosk is open to whoever stands there, so it offers only languages without an error of
`guide locale check`; one that has any is left out by itself and takes nothing else along. In the
chat a person has asked for their language: there a line that cannot be used stands in English,
and the rest of the language stays (guide.i18n.catalogue).
"""

from guide.i18n import load
from guide.i18n.words import SOURCE_LANGUAGE
from guide.project import Project
from guide.translate.audit import audit


def unsound(project: Project) -> dict[str, str]:
    """Why each language of a folder that is not sound is not, by its code: sentences for whoever
    looks after it. English is what all the others fall back to, so it is never among them.
    """
    codes = (code for code in project.languages if code != SOURCE_LANGUAGE)
    return {code: why for code in codes if (why := _why(project, code))}


def _why(project: Project, code: str) -> str:
    """The first error of a language, and where the others are told; empty where it is sound."""
    more = f"`guide locale check {code}` says more."
    try:
        errors = [fault for fault in audit(project, [code]) if fault.severity == "error"]
        readable = load.load_catalogue(project.locales, code) is not None
    except Exception as error:  # whatever it is, it is a fault of this language alone
        return f"It could not be looked at ({type(error).__name__}). {more}"
    if errors:
        return f"{errors[0].place}: {errors[0].what} {errors[0].what_to_do} {more}"
    return "" if readable else f"It cannot be read. {more}"
