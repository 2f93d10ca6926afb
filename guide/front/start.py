"""Start a conversation with a person, and stand in front of them when anything breaks."""

from __future__ import annotations

import os
import sys
from io import StringIO

from guide import failsafe
from guide.light import TYPE_CHECKING
from guide.options import FAILED, OK, WRONG_USE
from guide.settings import UsageError, flows_folder, locales_folder
from guide.shipped import is_installed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guide.conversation.conversation import Conversation
    from guide.conversation.dialogue import Dialogue
    from guide.flow.model import Library
    from guide.front.languages import Languages
    from guide.i18n.words import Words
    from guide.options import Options


def hold_conversation(options: Options) -> int:
    """Hold a conversation; gives the exit status: 0, 1 when it broke, 2 for wrong use.

    Whatever breaks, the person sees the fail-safe card and never a traceback; an author whose files
    have faults reads these instead.
    """
    try:
        _be_lenient_about_characters()
        guard(options)
        _converse(options)
        return OK
    except UsageError as error:
        print(f"guide: {error}", *failsafe.HELP_NUMBERS, sep="\n", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        return OK  # the reader has gone: nobody is left to speak to
    except KeyboardInterrupt:
        return OK
    # SystemExit of some package too: nobody is left in front of nothing.
    except BaseException as error:
        if _is_for_an_author(options, error):
            print(error, file=sys.stderr)
            return FAILED
        failsafe.show(sys.stdout, (wanted_language(options),))
        if options.debug:
            explain_crash(error)
        return FAILED


def _is_for_an_author(
    options: Options, error: BaseException, environ: Mapping[str, str] = os.environ
) -> bool:
    """Whether what broke are files that somebody is writing, who reads what is wrong with them.

    That is whoever names their folder, and whoever runs a checkout of the guide. Nobody else may
    be expected to mend a file: they see the card.
    """
    from guide.problems import FlowError

    is_checkout = not is_installed() and not environ.get("GUIDE_FLOWS")
    return isinstance(error, FlowError) and bool(options.flows or is_checkout)


def _converse(options: Options) -> None:
    """Hold the conversation these options ask for."""
    from guide.flow.library import load_library

    library = load_library(flows_folder(options.flows))
    run_conversation(conversation(options, library), library, options)


def guard(options: Options) -> None:
    """Let a parent wait where the chat will be, and put the terminal right if it dies.

    It comes first, so that the parent has loaded next to nothing. Only the child comes back.
    Windows knows no fork, and goes without.
    """
    if hasattr(os, "fork") and _wants_full_screen(options):
        from guide.front.guardian import stand_behind

        stand_behind((wanted_language(options),))


def run_conversation(
    held: Dialogue, library: Library, options: Options, *, practice: bool = False
) -> None:
    """Full screen where that can be, until the person wants plain mode; else plain throughout.

    `practice` says that other languages are to speak the words of the practice too.
    """

    def get_languages() -> Languages:
        return offered_languages(library, options, practice=practice)

    def open_now() -> frozenset[str]:
        return open_by_this_clock(library)

    full_screen = _wants_full_screen(options)
    while True:
        if full_screen:
            from guide.front.chat.launch import chat

            chat(held, get_languages(), open_now)
        full_screen = _in_plain_mode(held, get_languages, open_now)
        if not full_screen:
            return


def _in_plain_mode(
    held: Dialogue,
    get_languages: Callable[[], Languages],
    open_now: Callable[[], frozenset[str]],
) -> bool:
    """Hold the conversation in lines; whether it is to go on full screen then."""
    from guide.front.aloud import find_voice
    from guide.front.plain.app import Plain
    from guide.front.plain.terminal import Keyboard

    source = sys.stdin or StringIO()
    with Keyboard() as keyboard:
        plain = Plain(
            held,
            sys.stdout,
            source,
            languages=get_languages,
            full_screen=_can_be_full_screen,
            voice=find_voice(),
            open_now=open_now,
        )
        full_screen = plain.run(keyboard.prepare)
        if full_screen:
            keyboard.give_back()
    return full_screen


def open_by_this_clock(library: Library) -> frozenset[str]:
    """The contacts of whom this machine's clock says that they are usually there now, by id."""
    from datetime import UTC, datetime

    from guide.flow.opening import open_now

    return open_now(library.contacts.values(), datetime.now(UTC))


def offered_languages(library: Library, options: Options, *, practice: bool = False) -> Languages:
    """The languages a person can change to."""
    from guide.front.languages import Languages

    folder = locales_folder(options.locales)
    return Languages(library.contacts, folder, practice=practice, can_write=_can_write)


def _wants_full_screen(options: Options, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether to show the chat: plain mode was not asked for, and there is a terminal."""
    if options.plain or environ.get("ACCESSIBLE", "") not in ("", "0"):
        return False
    return _can_be_full_screen()


def _can_be_full_screen() -> bool:
    from guide.front.borrowed import can_be_borrowed

    return can_be_borrowed()


def _be_lenient_about_characters() -> None:
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            # A letter that the terminal lacks becomes a ? and breaks nothing off.
            stream.reconfigure(errors="replace")


def conversation(options: Options, library: Library | None = None) -> Conversation:
    """The conversation these options ask for; raises UsageError, FlowError or OSError."""
    from guide.conversation.conversation import Conversation, Folders
    from guide.conversation.starts import starting_at
    from guide.flow.library import load_library

    library = library or load_library(flows_folder(options.flows))
    start, facts = "", None
    if options.start:
        beginning = starting_at(library, options.start)
        if beginning is None:
            raise UsageError(_no_such_start(library, options.start))
        start, facts = beginning
    folders = Folders(flows_folder(options.flows), locales_folder(options.locales))
    return Conversation(library, wanted_words(library, options), start, facts, folders)


def wanted_language(options: Options, environ: Mapping[str, str] = os.environ) -> str:
    """The code of the language asked for: --locale, GUIDE_LOCALE, LC_ALL, LC_MESSAGES, LANG."""
    if options.locale:
        return options.locale
    for name in ("GUIDE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"):
        # Of cy_GB.UTF-8@variant only what comes before the dot and the @ is a language.
        code = environ.get(name, "").partition(".")[0].partition("@")[0]
        if code:
            return code if code not in ("C", "POSIX") else "en"
    return "en"


def wanted_words(library: Library, options: Options, *, practice: bool = False) -> Words:
    """The words of the language asked for; English where there is no such language.

    `practice` asks for those of the practice too, which no conversation waits for.
    """
    from guide.i18n.words import SOURCE_LANGUAGE, Words

    wanted = wanted_language(options).replace("-", "_")
    codes = _from_near_to_far(wanted)
    if codes[-1].lower() == SOURCE_LANGUAGE:
        return Words(library.contacts)
    from guide.i18n import catalogue, load

    folder_of_locales = locales_folder(options.locales)
    shipped = catalogue.language_codes(folder_of_locales)
    by_code = {code.lower(): code for code in (*shipped, *PSEUDO)}
    for code in codes:
        if language := by_code.get(code.lower()):
            read = load.load_with_practice if practice else load.load_catalogue
            translations = read(folder_of_locales, language.replace("qps_", "qps-"))
            if translations is None or not _can_write(translations.letters):
                return Words(library.contacts, instead=True)
            return Words(library.contacts, language, translations)
    if options.locale:
        known = ", ".join([SOURCE_LANGUAGE, *shipped])
        raise UsageError(f'there is no language "{options.locale}". There is: {known}.')
    return Words(library.contacts)


PSEUDO = ("qps_ploc", "qps_plocm")
"""Languages made on the fly (guide.i18n.pseudo); they can be asked for, and are never offered."""


def _from_near_to_far(code: str) -> list[str]:
    """The code, then the languages it stands for more and more broadly: cy_GB, cy."""
    parts = code.split("_")
    return ["_".join(parts[:number]) for number in range(len(parts), 0, -1)]


_ARABIC = "\u0600", "\u06ff"
"""The first and the last letter of the script that Urdu is written in."""


def _can_write(letters: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal's characters have all of these.

    The Linux console has room for 512 shapes: its fonts have none for Urdu, and it shows boxes.
    """
    first, last = _ARABIC
    if environ.get("TERM") == "linux" and any(first <= letter <= last for letter in letters):
        return False
    try:
        letters.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _no_such_start(library: Library, name: str) -> str:
    from guide.conversation.starts import starts

    return f'there is no start "{name}". There is: {", ".join(starts(library))}.'


def explain_crash(error: BaseException) -> None:
    """Say on stderr what `crash_lines` has of it."""
    print("\n".join(crash_lines(error)), file=sys.stderr)


def crash_lines(error: BaseException) -> list[str]:
    """The cause for a person who mends it: what kind of error and where, never what was typed."""
    from guide.problems import FlowError

    if isinstance(error, FlowError):
        return str(error).splitlines()
    lines = [f"guide: {type(error).__name__}"]
    frame = error.__traceback__
    while frame is not None:
        code = frame.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{frame.tb_lineno} in {code.co_name}")
        frame = frame.tb_next
    return lines
