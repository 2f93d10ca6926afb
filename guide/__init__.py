"""Should I report? A guide that asks a few short questions and says where to turn.

`from guide import load, Conversation` and the other names of guide.api work, and cost nothing
until one of them is asked for (docs/decisions/0012).
"""

VERSION = "0.1.0"
__version__ = VERSION

# Known to type checkers by its name; the import of `typing` is left to those who need it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from guide.api import *  # noqa: F403
else:
    # All of guide.api but `check`, as `guide.check` is a package.
    _API = frozenset(
        {
            *("Answered", "Asked", "Card", "Choice", "Contact", "ContactMethod", "Conversation"),
            *("Event", "FlowError", "Folders", "Heading", "Headline", "Library", "NotOffered"),
            *("Place", "Problem", "Said", "Topics", "Words"),
            *("as_data", "languages", "load", "load_words"),
        }
    )

    def __getattr__(name):
        """What guide.api calls so."""
        if name not in _API:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from guide import api

        return getattr(api, name)

    def __dir__():
        """What stands here, and what is found in guide.api when it is asked for."""
        return sorted({*globals(), *_API})
