"""What a translator sees each time they save: the faults, and the screen they are working on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from guide.i18n import catalogue, load
from guide.project import Project
from guide.translate.audit import audit
from guide.translate.screens import LanguageScreen, language_screens

Show = Callable[[LanguageScreen], str]
"""A screen as it looks in the language now, as text."""

WatchedKey = str


def watch(
    project: Project,
    language: str,
    out: TextIO,
    show: Show,
    ticks: Iterator[object],
) -> None:
    """Look at the files at each tick; where they changed, say what is wrong and show the screen."""
    all_screens, locales = language_screens(project.library), project.locales
    before, said = _saved(locales, language), _said(locales, language)
    out.write(f"Watching {language}. Save the file in your editor; Ctrl+C stops.\n")
    out.flush()
    for _ in ticks:
        now = _saved(locales, language)
        if now == before:
            continue
        before = now
        for fault in audit(project, [language]):
            out.write(f"{fault}\n")
        new = _said(locales, language)
        changed = [key for key, words in new.items() if said.get(key) != words]
        said = new
        for screen in _showing(all_screens, changed):
            out.write(f"\n--- {screen.name} ---\n{show(screen)}")
        out.flush()


def _saved(locales: str, language: str) -> list[tuple[int, int]]:
    """When the files were last saved, and how long they are."""
    domains = (*catalogue.DOMAINS, catalogue.PRACTICE)
    paths = map(Path, catalogue.po_files(locales, language, domains))
    found = [path.stat() for path in paths if path.exists()]
    return [(one.st_mtime_ns, one.st_size) for one in found]


def _said(locales: str, language: str) -> dict[WatchedKey, str]:
    found = load.load_catalogue(locales, language)
    return {**found.drafts, **found.reviewed} if found else {}


def _showing(all_screens: list[LanguageScreen], changed: list[WatchedKey]) -> list[LanguageScreen]:
    """The nearest screen that says the last of the words that changed."""
    for key in reversed(changed):
        for screen in all_screens:
            if any(f"{text.address}\x04{text.source}" == key for text in screen.texts):
                return [screen]
    return []
