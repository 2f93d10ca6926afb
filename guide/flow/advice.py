"""Words for errors that authors read: the name that was meant, lists, sentences."""

from collections.abc import Iterable

from guide.flow.files import printable

# It still fits in an error beside the file's name, in a line of 80.
MAX_ID = 60
"""Characters in the longest id."""


def closest(name: str, names: Iterable[str]) -> str:
    """The known name most like this one, or an empty text."""
    from difflib import get_close_matches

    if len(name) > 2 * MAX_ID:
        return ""
    known = list(names)
    if len(known) > 200:  # difflib is slow: among thousands, look at those that begin alike
        known = sorted(other for other in known if other[:2] == name[:2])[:200]
    return next(iter(get_close_matches(name, known, n=1)), "")


def mend(name: str, names: Iterable[str], otherwise: str) -> str:
    """`Did you mean "x"?` where a name is close to a known one, else the other advice."""
    near = closest(name, names)
    return f'Did you mean "{near}"?' if near else otherwise


def listed(names: Iterable[str]) -> str:
    """Names joined for a sentence, the first twenty of them."""
    known = sorted(names)
    return ", ".join(known[:20]) + (" and more" if len(known) > 20 else "")


def sentence(what: str) -> str:
    """Words that begin a sentence."""
    return what[0].upper() + what[1:]


def shortened(name: str) -> str:
    """A name fit to be quoted in a message: nothing a terminal could obey, and not endless."""
    shown = printable(name[:60])
    return shown if len(name) <= 60 else shown + "..."
