"""`guide export`: the guide as pages for a browser, as data, as a kit for others, as a book."""

import argparse
import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from guide.conversation.conversation import Conversation
from guide.front.start import UsageError, flows_folder, locales_folder
from guide.i18n.words import SOURCE_LANGUAGE, Words
from guide.options import OK
from guide.project import Project


def run(arguments: argparse.Namespace) -> int:
    """Write what was asked for; what was written is told on stderr.

    All of it is made from what people edit: nothing compiled is read.
    """
    project = Project(str(flows_folder(arguments.flows)), str(locales_folder(arguments.locales)))
    status: int = _ACTIONS[arguments.action](project, arguments)
    return status


def _html(project: Project, arguments: argparse.Namespace) -> int:
    from guide.export.web.site import LEAVE_TO, Host, Pages

    host = Host(arguments.title, arguments.leave_to or LEAVE_TO)
    pages = Pages(project.library, _words(project, arguments), host)
    return _write(arguments.folder, pages.files())


def _book(project: Project, arguments: argparse.Namespace) -> int:
    from guide.export.web.site import Host, Pages

    pages = Pages(project.library, _words(project, arguments), Host())
    return _write(arguments.folder, pages.books())


def _json(project: Project, arguments: argparse.Namespace) -> int:
    from guide.export import data

    export = data.as_json(project.library, _words(project, arguments))
    if not arguments.folder:
        print(_compact(export))
        return OK
    files = data.files(export)
    return _write(arguments.folder, ((name, _compact(content)) for name, content in files))


def _kit(project: Project, arguments: argparse.Namespace) -> int:
    from guide.export import kit
    from guide.screens.build import Screens

    library = project.library
    words = Words(library.contacts)
    machine = Screens(library).tell(words)
    content = kit.kit(library, machine, Conversation(library, words))
    return _write(arguments.folder, [("kit.json", _compact(content))])


_ACTIONS = {"html": _html, "json": _json, "kit": _kit, "book": _book}


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


def _write(folder: str, files: Iterable[tuple[str, str]]) -> int:
    """Write files into a folder, made where there is none."""
    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in files:
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            print(path, file=sys.stderr)
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror}.") from error
    return OK
