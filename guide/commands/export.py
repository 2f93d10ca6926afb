"""`guide export`: the guide as pages for a browser, as data, as a kit for others, as a book."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any

from guide.commands.building import day_of
from guide.conversation.conversation import Conversation
from guide.files import read_regular
from guide.flow.model import Library
from guide.flow.shapes import ADDRESS
from guide.i18n.words import SOURCE_LANGUAGE, Words
from guide.kiosk.web import MOST_CHARACTERS, NAMES_CEOP
from guide.options import FAILED, OK
from guide.problems import Problem
from guide.project import Project
from guide.settings import UsageError, flows_folder, locales_folder

if TYPE_CHECKING:
    from guide.screens.build import Screens


def run(arguments: argparse.Namespace) -> int:
    """Write what was asked for, or look at pages; what was written is told on stderr.

    All of it is made from what people edit: nothing compiled is read.
    """
    if arguments.action == "check":
        return _check(arguments)
    project = _project(arguments)
    return _ACTIONS[arguments.action](project, arguments)


def web_pages(arguments: argparse.Namespace) -> Iterable[tuple[str, str]]:
    """Each file that `guide export html` writes, by name, for `guide serve` too."""
    return _pages(_project(arguments), arguments)


def _project(arguments: argparse.Namespace) -> Project:
    """What is exported. A folder that is named and not there would leave all translations out."""
    if arguments.locales and not os.path.isdir(arguments.locales):
        raise UsageError(
            f"there is no folder {arguments.locales}. --locales names that of the translations."
        )
    return Project(str(flows_folder(arguments.flows)), str(locales_folder(arguments.locales)))


def _html(project: Project, arguments: argparse.Namespace) -> int:
    return _write(arguments.folder, _pages(project, arguments))


def _pages(project: Project, arguments: argparse.Namespace) -> Iterable[tuple[str, str]]:
    from guide.export.web.site import LEAVE_TO, Host, Pages
    from guide.kiosk.read import read_site
    from guide.kiosk.site import Site, applied

    site = read_site(arguments.site, project.library) if arguments.site else Site()
    words = _words(project, arguments)
    title, leave_to = _title(arguments.title), _leave_to(arguments.leave_to)
    host = Host(title or site.web.title, leave_to or site.web.leave_to or LEAVE_TO)
    files = Pages(applied(project.library, site), words, host).files()
    if not site.web.button:
        if site.web.organisation:
            print(_NO_HELP_PAGE, file=sys.stderr)
        return files
    from guide.export.hosts import help_page

    language = next((code for code in site.languages if code in words), next(iter(words)))
    helping = help_page.help_page(words[language], site.web.organisation, site.web.button)
    return chain(files, [(help_page.HELP_PAGE, helping)])


_NO_HELP_PAGE = (
    "guide export: no help page was made, as the site file names no button."
    " Add `button:` to `web:` with the GIF that CEOP gives you."
)


def _title(title: str) -> str:
    """What the tab and the history show, held to what a site file may say."""
    if len(title) > MOST_CHARACTERS or not title.isprintable():
        raise UsageError(f"the title is one line of at most {MOST_CHARACTERS} characters.")
    if NAMES_CEOP.search(title):
        raise UsageError("the title names CEOP, as if CEOP stood behind the page.")
    return title


def _leave_to(link: str) -> str:
    """Where leaving leads, which must be another page for certain."""
    if link and not ADDRESS.fullmatch(link):
        raise UsageError(f'"{link}" is no link. Write the whole address, from https:// on.')
    return link


def _book(project: Project, arguments: argparse.Namespace) -> int:
    from guide.export.web.site import Host, Pages

    pages = Pages(project.library, _words(project, arguments), Host())
    return _write(arguments.folder, pages.books())


def _check(arguments: argparse.Namespace) -> int:
    """The pages of others and our own, by the rules for hosts; 1 where one is broken."""
    from guide.export.hosts.check import SAVE_IT, check_pages, has_button, unread_scripts
    from guide.export.hosts.reading import PAGES, NoPage, pages_of, passed_over

    official, today = b"", day_of(arguments.today)
    if arguments.folder.lower().startswith(("http:", "https:")):
        raise UsageError(f"{arguments.folder} is an address, and no saved page. {SAVE_IT}")
    if others := passed_over(arguments.folder):
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        print(f"Not looked at: {', '.join(others[:_NAMED])}{more}. {SAVE_IT}", file=sys.stderr)
    if not pages_of(arguments.folder):
        endings = ", ".join(PAGES)
        raise UsageError(f"there is no page in {arguments.folder}: no file ends in {endings}.")
    try:
        if arguments.button:
            official = read_regular(arguments.button)
        broken = list(check_pages(arguments.folder, official, in_app=arguments.app, today=today))
        unread = list(unread_scripts(arguments.folder))
        if not has_button(arguments.folder, official):
            print(_NO_BUTTON, file=sys.stderr)
    except OSError as error:
        if error.filename == arguments.button:
            hint = "--button names the GIF that CEOP gave you."
        else:
            hint = "Name a saved page, or a folder of them."
        raise UsageError(f"cannot read {error.filename}: {error.strerror}. {hint}") from error
    except NoPage as error:
        raise UsageError(f"{error} {SAVE_IT}") from error
    if arguments.json:
        findings = [_finding(name, problem) for name, problem in broken]
        scripts = [{"file": at.file, "line": at.line, "script": name} for at, name in unread]
        print(_compact({"findings": findings, "unread": scripts}), end="")
    else:
        for place, name in unread:
            print(f"{place}: Nobody looked into the script {name}. {_LOOK}", file=sys.stderr)
        for name, problem in broken:
            print(f"{problem} [{name}]")
        also = f" Scripts that nobody looked into: {len(unread)}." if unread else ""
        print(f"Rules broken: {len(broken)}.{also}", file=sys.stderr)
    return FAILED if broken else OK


_NO_BUTTON = "CEOP's button is on none of these pages: the rules for it were not tried."
_LOOK = "See yourself that it leaves the button alone and sends nothing."
_NAMED = 5
"""Files that are named in one line, where there may be hundreds."""


def _finding(name: str, problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "rule": name,
        "file": place.file,
        "line": place.line,
        "what": problem.what,
        "what_to_do": problem.what_to_do,
    }


def _json(project: Project, arguments: argparse.Namespace) -> int:
    from guide.export import data

    library = project.library
    export = data.as_json(library, _screens(library, arguments), _words(project, arguments))
    files = ((name, _compact(content)) for name, content in data.json_files(export))
    return _write_or_print(arguments.folder, export, files)


def _kit(project: Project, arguments: argparse.Namespace) -> int:
    from guide.export import data, kit

    library, english = project.library, Words(project.library.contacts)
    screens = _screens(library, arguments)
    export = data.as_json(library, screens, _words(project, arguments))
    talk = Conversation(library, english)
    proof = kit.kit(library, screens.tell(english), talk, export["content"])
    return _write_or_print(arguments.folder, proof, [("kit.json", _compact(proof))])


def _screens(library: Library, arguments: argparse.Namespace) -> "Screens":
    """Every state, from wherever a conversation may begin, as those see it whose words it has."""
    from guide.screens.build import Screens, all_starts

    return Screens(library, all_starts(library), web=arguments.words == "web")


_ACTIONS: dict[str, Callable[[Project, argparse.Namespace], int]] = {
    "html": _html,
    "json": _json,
    "kit": _kit,
    "book": _book,
}


def _words(project: Project, arguments: argparse.Namespace) -> dict[str, Words]:
    """The words of every language, English first, or of the one asked for."""
    contacts = project.library.contacts
    words = {SOURCE_LANGUAGE: Words(contacts)}
    for code in project.languages:
        if translations := project.translations(code):
            words[code] = Words(contacts, code, translations)
        else:
            print(f"guide export: {code} is left out; see `guide locale check`.", file=sys.stderr)
    if not arguments.locale:
        return words
    if arguments.locale not in words:
        there = ", ".join(words)
        raise UsageError(f'there is no language "{arguments.locale}". There is: {there}.')
    return {arguments.locale: words[arguments.locale]}


def _compact(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _write_or_print(folder: str, whole: dict[str, Any], files: Iterable[tuple[str, str]]) -> int:
    """The files, or the whole on stdout where no folder is named."""
    if folder:
        return _write(folder, files)
    print(_compact(whole), end="")
    return OK


def _write(folder: str, files: Iterable[tuple[str, str]]) -> int:
    """Write files into a folder, made where there is none."""
    if not folder:
        raise UsageError("the folder to write to has no name. Name one; it is made.")
    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in files:
            path = os.path.join(folder, name)
            # The same bytes on every system.
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            print(path, file=sys.stderr)
    except OSError as error:
        raise UsageError(
            f"cannot write to {folder}: {error.strerror}. Name a folder for the files."
        ) from error
    return OK
