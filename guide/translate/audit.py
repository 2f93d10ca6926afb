"""Every fault of the translations, found text by text.

Nothing is walked. A screen is the same texts in the same order in every language; a translation
keeps the numbers, links and placeholders of its English, and their order. So every screen of
every conversation shows the same contacts, digits and links in the same order as in English.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Message

from guide.check.finding import Finding, Severity
from guide.flow.model import Library, Question, Text
from guide.i18n import catalogue, po_parser
from guide.i18n.catalogue import GLOSSARY, PHRASES, Unreadable, shown_path
from guide.i18n.fidelity import losses
from guide.i18n.po_parser import is_safety
from guide.i18n.words import safety_of
from guide.problems import Place, Problem
from guide.project import Project
from guide.translate import po_store, sheet, texts
from guide.translate.glossary import meaning_faults
from guide.translate.merge import REVIEW
from guide.translate.review import MISREAD
from guide.translate.room import limit_for


def audit(project: Project, languages: Iterable[str] | None = None) -> list[Finding]:
    """Every fault of these languages, or of all there are, in order of place."""
    wanted = project.languages if languages is None else languages
    findings = [fault for name in wanted for fault in _of_language(project, name)]
    return sorted(findings, key=lambda fault: fault.place)


def _of_language(project: Project, language: str) -> Iterator[Finding]:
    library, locales = project.library, project.locales
    folder = Path(locales) / language
    problems: list[Problem] = []
    words = sheet.read_glossary(folder / GLOSSARY, f"{language}/{GLOSSARY}", problems)
    problems += sheet.faults_of_phrases(
        folder / PHRASES, f"{language}/{PHRASES}", _meanings(library)
    )
    for problem in problems:
        yield Finding("locale-sheet", "error", *problem)
    translations: dict[tuple[str, str], Message] = {}
    drafts = 0
    practice = catalogue.po_files(locales, language, (catalogue.PRACTICE,))
    for domain in (*catalogue.DOMAINS, catalogue.PRACTICE) if practice else catalogue.DOMAINS:
        path = catalogue.po_path(locales, language, domain)
        try:
            file = po_store.load_po(path, language)
        except Unreadable as unreadable:
            yield Finding("locale-unreadable", "error", *unreadable.problem)
            continue
        except FileNotFoundError:
            place = Place(shown_path(path))
            yield Finding("locale-missing-file", "error", place, "There is no such file.", _UPDATE)
            continue
        except OSError as error:
            what = f"The file cannot be read: {error.strerror}."
            to_do = "Let it be a file that everybody may read."
            yield Finding("locale-unreadable", "error", Place(shown_path(path)), what, to_do)
            continue
        if not file.twice:  # of two entries each reader takes another
            project.po_files[path] = file
        page = _Page(path, file, texts.texts_of_domain(project, domain), words)
        yield from page.faults()
        translations |= page.translations
        drafts += sum(message.fuzzy for message in page.translations.values())
    if drafts:
        place = Place(f"{language}/LC_MESSAGES")
        what = f"{drafts:,} translations are drafts that nobody has reviewed."
        to_do = "Read them in a PO editor, and `guide locale review`."
        yield Finding("locale-draft", "warning", place, what, to_do)
    yield from _same_words(library, translations, language)


SAFETY_IN_ENGLISH = "missing-safety"
_UPDATE = "Run `guide locale update`."
_IF_CUT = "If it was longer, it has been cut: take back the last change. Else:"


class _Page:
    """One PO file held against today's English."""

    def __init__(
        self, path: str, file: po_store.File, today: list[Text], words: sheet.Glossary
    ) -> None:
        self._shown = shown_path(path)
        self._file = file
        self._today = {texts.text_key(text): text for text in today}
        self._words = words
        self.translations: dict[tuple[str, str], Message] = {}

    def _fault(self, code: str, severity: Severity, line: int, what: str, to_do: str) -> Finding:
        return Finding(f"locale-{code}", severity, Place(self._shown, line), what, to_do)

    def faults(self) -> Iterator[Finding]:
        yield from self._of_header()
        yield from self._of_entries()
        missing = {"safety": 0, "other": 0}
        absent = 0
        for key, text in self._today.items():
            message = self._file.get(key[1], key[0])
            kind = "safety" if safety_of(text) else "other"
            if message is None or (kind == "safety") != is_safety(message):
                absent += 1
            if message is None or not message.string:
                missing[kind] += 1
                continue
            self.translations[key] = message
            yield from self._of_entry(text, message)
        if absent:
            what = f"{absent} of today's texts are not in this file as they are now."
            # A file that is updated first can no longer be told from one that was never filled.
            to_do = f"{_IF_CUT} {_UPDATE}" if 2 * absent > len(self._today) else _UPDATE
            yield self._fault("out-of-date", "warning", 0, what, to_do)
        # Warnings: the person reads today's English there, marked as English, which is right and
        # safe; without the language they would lose the lines that are translated too.
        for kind, code, texts_of in (
            ("safety", SAFETY_IN_ENGLISH, "safety lines"),
            ("other", "missing", "other texts"),
        ):
            if number := missing[kind]:
                what = f"{number} {texts_of} have no translation."
                yield self._fault(code, "warning", 0, what, "English stands until they have.")

    def _of_header(self) -> Iterator[Finding]:
        # The code as it stands there: which languages Babel knows depends on its version.
        if not self._file.locale_identifier:
            what = "The header names no language."
            yield self._fault("header", "error", 1, what, "Write its Language line.")
        if line := self._file.breaks_off:
            what = "The file ends before the entry that this comment is of."
            yield self._fault("cut-off", "error", line, what, "Take back the last change.")

    def _of_entries(self) -> Iterator[Finding]:
        for message in self._file.twice:
            yield self._fault(
                "twice", "error", message.lineno or 0, "This entry stands twice.", "Keep one."
            )
        gone = [
            m for m in po_parser.message_entries(self._file) if (m.context, m.id) not in self._today
        ]
        if gone:
            what = f"{len(gone)} texts from here on are none of today's English."
            yield self._fault("gone", "warning", gone[0].lineno or 0, what, _UPDATE)

    def _of_entry(self, text: Text, message: Message) -> Iterator[Finding]:
        line, words = message.lineno or 0, str(message.string)
        for loss in losses(text.source, words):
            yield self._fault("changed", "error", line, *loss)
        if words.strip() not in ("", words):
            what = "The words begin or end with a blank."
            yield self._fault("blank", "warning", line, what, "Delete it.")
        if len(words) > (limit := limit_for(text)):
            what = f"The words are {len(words)} characters, for room of about {limit}."
            yield self._fault("too-long", "warning", line, what, "Say it in fewer words.")
        if po_store.was_written_for(message):
            what = "The English has changed since this was translated."
            yield self._fault("stale", "warning", line, what, "Read both, and translate anew.")
        if not message.fuzzy and words == text.source and " " in words:
            what = "The words are the English ones."
            yield self._fault("english", "warning", line, what, "Translate them.")
        if not message.fuzzy and any(c.startswith(REVIEW + MISREAD) for c in message.user_comments):
            what = "A reviewer understood something else than this must tell."
            to_do = "Translate it anew, mark it fuzzy and have it reviewed."
            yield self._fault("misread", "error", line, what, to_do)
        for severity, what, to_do in meaning_faults(text, words, self._words):
            yield self._fault("meaning", severity, line, what, to_do)


def _meanings(library: Library) -> set[str]:
    meanings = {"danger", *library.topics}
    for step in library.steps.values():
        if isinstance(step, Question):
            meanings |= {f"{step.id}.{option.id}" for option in step.options}
    return meanings


def _same_words(
    library: Library, translations: dict[tuple[str, str], Message], language: str
) -> Iterator[Finding]:
    """Two answers of one question that a reader cannot tell apart."""
    shown = f"{language}/LC_MESSAGES/flows.po"
    for step in library.steps.values():
        if not isinstance(step, Question):
            continue
        seen: dict[str, Text] = {}
        for option in step.options:
            for variant in option.say:
                message = translations.get(texts.text_key(variant.text))
                if message is None:
                    continue
                words = " ".join(str(message.string).casefold().split())
                other = seen.setdefault(words, variant.text)
                if other.address != variant.text.address and other.source != variant.text.source:
                    what = f'"{other.source}" and "{variant.text.source}" have the same words.'
                    place = Place(shown, message.lineno or 0)
                    to_do = "Say them differently: they are answers to one question."
                    yield Finding("locale-same-words", "error", place, what, to_do)
