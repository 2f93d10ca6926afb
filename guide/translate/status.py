"""How far each language is."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from guide.i18n import catalogue
from guide.i18n.catalogue import Unreadable
from guide.i18n.fidelity import losses
from guide.i18n.words import safety_of
from guide.project import Project
from guide.translate import po_store, texts

_PRACTICE = (catalogue.PRACTICE,)


class Status(NamedTuple):
    """One language, counted in texts of today's English."""

    language: str
    total: int
    done: int
    """Reviewed."""
    draft: int
    """Translated from today's English, and not reviewed."""
    fuzzy: int
    """Translated from English that has changed since."""
    missing: int
    words_left: int
    """English words of everything that is not done."""
    safety_left: int
    """Safety lines that are not done."""
    practice: "Status | None" = None
    """The same of the practice, where the language has it. It counts for nothing else."""

    @property
    def is_draft(self) -> bool:
        """Whether the language is offered as a draft."""
        return self.safety_left > 0


def status_of(project: Project, language: str) -> Status:
    """The status of one language; what cannot be read counts as missing."""
    status = _counted(project, language, catalogue.DOMAINS)
    if not catalogue.po_files(project.locales, language, _PRACTICE):
        return status
    return status._replace(practice=_counted(project, language, _PRACTICE))


def _counted(project: Project, language: str, domains: tuple[str, ...]) -> Status:
    counted = {"done": 0, "draft": 0, "fuzzy": 0, "missing": 0}
    words_left = safety_left = 0
    for domain in domains:
        path = catalogue.po_path(project.locales, language, domain)
        try:
            file: po_store.File | None = po_store.load_po(path, language)
        except (Unreadable, OSError):
            file = None
        for text in texts.texts_of_domain(project, domain):
            state = _state(file, text.address, text.source)
            counted[state] += 1
            if state != "done":
                words_left += len(text.source.split())
                safety_left += bool(safety_of(text))
    total = sum(counted.values())
    done, draft, fuzzy, missing = counted.values()
    return Status(language, total, done, draft, fuzzy, missing, words_left, safety_left)


def _state(file: po_store.File | None, address: str, english: str) -> str:
    message = file.get(english, address) if file is not None else None
    if message is None or not message.string or losses(english, str(message.string)):
        return "missing"
    if not message.fuzzy:
        return "done"
    return "fuzzy" if po_store.was_written_for(message) else "draft"


def status_as_data(status: Status) -> dict[str, Any]:
    """The status as plain data for JSON."""
    practice = status.practice and status_as_data(status.practice)
    return {**status._asdict(), "is_draft": status.is_draft, "practice": practice}


def status_lines(statuses: list[Status]) -> Iterator[str]:
    """The languages in a table, a line each."""
    head = ("language", "done", "draft", "fuzzy", "missing", "words left", "safety lines left")
    yield "  ".join(head)
    for status in statuses:
        yield _row(head, status) + ("  offered as a draft" if status.is_draft else "")
        if status.practice:
            yield _row(head, status.practice) + "  practice for workers"
    if not statuses:
        yield "There is no language yet. Make one: guide locale new cy"


def _row(head: tuple[str, ...], status: Status) -> str:
    numbers = (
        status.done,
        status.draft,
        status.fuzzy,
        status.missing,
        status.words_left,
        status.safety_left,
    )
    cells = [f"{number:>{len(name)}}" for name, number in zip(head[1:], numbers, strict=True)]
    return "  ".join([f"{status.language:<{len(head[0])}}", *cells])
