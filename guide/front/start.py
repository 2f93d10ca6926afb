"""Start a conversation with a person, and stand in front of them when anything breaks."""

import os
import sys
from collections.abc import Mapping
from io import StringIO
from typing import TYPE_CHECKING

from guide import failsafe
from guide.shipped import folder

if TYPE_CHECKING:
    from guide.cli import Options
    from guide.conversation.conversation import Conversation
    from guide.flow.model import Library
    from guide.words import Words


class WrongUse(Exception):
    """The command line asks for something there is none of; `str()` says it in a sentence."""


def talk(options: "Options") -> int:
    """Hold a conversation; gives the exit status: 0, 1 when it broke, 2 for wrong use.

    Whatever breaks, the person sees the fail-safe card and never a traceback.
    """
    try:
        _be_lenient_about_characters()
        from guide.front.plain import Plain

        Plain(conversation(options), sys.stdout, sys.stdin or StringIO()).run(_leave_quietly)
        return 0
    except WrongUse as error:
        print(f"guide: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0  # the reader has gone: nobody is left to speak to
    except KeyboardInterrupt:
        return 0
    except BaseException as error:
        failsafe.show(sys.stdout, (wanted_language(options),))
        if options.debug:
            _explain(error)
        return 1


def _leave_quietly() -> None:
    """Let a hangup or a polite kill leave as Ctrl+C does: screen cleared, no word."""
    import signal

    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.default_int_handler)


def _be_lenient_about_characters() -> None:
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def conversation(options: "Options") -> "Conversation":
    """The conversation these options ask for; raises WrongUse, FlowError or OSError."""
    from guide.conversation.conversation import Conversation, starting_at
    from guide.flow.library import load

    library = load(flows_folder(options.flows))
    start, facts = "", None
    if options.start:
        found = starting_at(library, options.start)
        if found is None:
            raise WrongUse(_no_such_start(library, options.start))
        start, facts = found
    return Conversation(library, words(library, options), start, facts)


def flows_folder(given: str, environ: Mapping[str, str] = os.environ) -> str:
    """Where the flows are: as given, as GUIDE_FLOWS says, or as shipped."""
    return given or environ.get("GUIDE_FLOWS") or folder("flows")


def locales_folder(given: str, environ: Mapping[str, str] = os.environ) -> str:
    """Where the locales are: as given, as GUIDE_LOCALES says, or as shipped."""
    return given or environ.get("GUIDE_LOCALES") or folder("locales")


def wanted_language(options: "Options", environ: Mapping[str, str] = os.environ) -> str:
    """The code of the language asked for: --locale, GUIDE_LOCALE, LC_ALL, LC_MESSAGES, LANG."""
    if options.locale:
        return options.locale
    for name in ("GUIDE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = environ.get(name, "").partition(".")[0].partition("@")[0]
        if code:
            return code if code not in ("C", "POSIX") else "en"
    return "en"


def words(library: "Library", options: "Options") -> "Words":
    """The words of the language asked for; English where there is no such language."""
    from guide.words import SOURCE_LANGUAGE, Words

    wanted = wanted_language(options).replace("-", "_")
    codes = [wanted, wanted.partition("_")[0]]
    if codes[-1] == SOURCE_LANGUAGE:
        return Words(library.contacts)
    from guide import catalogue

    folder_of_locales = locales_folder(options.locales)
    shipped = catalogue.languages(folder_of_locales)
    for code in codes:
        if code in shipped:
            return Words(library.contacts, code, catalogue.load(folder_of_locales, code))
    if options.locale:
        known = ", ".join([SOURCE_LANGUAGE, *shipped])
        raise WrongUse(f'there is no language "{options.locale}". There is: {known}.')
    return Words(library.contacts)


def _no_such_start(library: "Library", name: str) -> str:
    from guide.conversation.conversation import starts

    return f'there is no start "{name}". There is: {", ".join(starts(library))}.'


def _explain(error: BaseException) -> None:
    """The cause for a person who mends it: what kind of error and where, never what was typed."""
    from guide.problems import FlowError

    if isinstance(error, FlowError):
        print(error, file=sys.stderr)
        return
    print(f"guide: {type(error).__name__}", file=sys.stderr)
    frame = error.__traceback__
    while frame is not None:
        code = frame.tb_frame.f_code
        print(f"  {code.co_filename}:{frame.tb_lineno} in {code.co_name}", file=sys.stderr)
        frame = frame.tb_next
