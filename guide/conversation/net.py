"""The safety net under every line that is typed outside a conversation: in a practice.

A Conversation asks back whatever it hears; here only a cry for help counts. Both have the same
recognizers, and both bring the same help first (`Narrator.help_first`).
"""

from guide.conversation.conversation import SHIPPED, Folders
from guide.flow.model import Library
from guide.understanding import replies
from guide.understanding.forms import speaker
from guide.understanding.recognizers import Recognizers


class Net:
    """Hears whether a line is a cry for help. Nothing of the line is kept."""

    def __init__(self, library: Library, folders: Folders = SHIPPED) -> None:
        self._recognizers = Recognizers(library, *folders)

    def catches(self, text: str, language: str) -> bool:
        """Whether a line says that somebody is in danger, or its speaker in despair or was harmed.

        A question to somebody else ("does he hurt you?") is none, nor is what is told to them.
        """
        return self._recognizers.cries_for_help(text, language)

    def may_be_own(self, text: str) -> bool:
        """Whether a line that is no cry may yet be about its speaker. English alone."""
        return speaker.of_oneself(text)

    def yes_or_no(self, text: str, language: str) -> str:
        """`yes` or `no` where the whole line says so, however it hedges; else empty."""
        own = self._recognizers.recognize(text, language).yes_or_no
        key, rest = replies.reply(text)
        return own or (key if key in (replies.YES, replies.NO) and not rest else "")
