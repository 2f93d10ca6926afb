"""What a front end holds: a Conversation, or anything that offers what one does."""

from collections.abc import Callable, Iterable
from typing import Protocol

from guide.conversation.conversation import Events
from guide.conversation.events import Asked, Choice, Given, HelpLine, Phrase, Said
from guide.flow.model import Facts, Text
from guide.i18n.words import Words


class Dialogue(Protocol):
    """A talk that a front end plays: choices go in, events come out (see Conversation)."""

    @property
    def language(self) -> str: ...  # noqa: D102 (as in Conversation, all of them)
    @property
    def finished(self) -> bool: ...  # noqa: D102
    @property
    def step(self) -> str: ...  # noqa: D102
    @property
    def flow(self) -> str: ...  # noqa: D102
    @property
    def facts(self) -> Facts: ...  # noqa: D102
    @property
    def choices(self) -> tuple[Choice, ...]: ...  # noqa: D102
    @property
    def standing_choices(self) -> tuple[Choice, ...]: ...  # noqa: D102
    @property
    def answers(self) -> tuple[Given, ...]: ...  # noqa: D102
    @property
    def answered(self) -> int: ...  # noqa: D102
    @property
    def confirming(self) -> bool: ...  # noqa: D102
    @property
    def right_to_left(self) -> bool: ...  # noqa: D102
    @property
    def yes_or_no(self) -> Callable[[str], str] | None: ...  # noqa: D102
    def begin(self) -> Events: ...  # noqa: D102
    def choose(self, key: str) -> Events: ...  # noqa: D102
    def hear(self, text: str, /) -> Events: ...  # noqa: D102
    def change(self, number: int, key: str) -> Events: ...  # noqa: D102
    def back(self) -> Events: ...  # noqa: D102
    def restart(self) -> Events: ...  # noqa: D102
    def again(self) -> Events: ...  # noqa: D102
    def latest(self) -> Events: ...  # noqa: D102
    def story(self) -> tuple[Events, ...]: ...  # noqa: D102
    def question(self, number: int) -> Asked: ...  # noqa: D102
    def help(self) -> Events: ...  # noqa: D102
    def help_lines(self) -> tuple[HelpLine, ...]: ...  # noqa: D102
    def help_names(self) -> tuple[str, ...]: ...  # noqa: D102
    def why(self) -> Events: ...  # noqa: D102
    def topics(self) -> Events: ...  # noqa: D102
    def topic(self, key: str) -> Events: ...  # noqa: D102
    def phrase(self, text: Text, **values: str) -> Phrase: ...  # noqa: D102
    def speak(self, words: Words) -> Events: ...  # noqa: D102
    def notices(self) -> tuple[Said, ...]: ...  # noqa: D102
    def listed(self, items: Iterable[str]) -> str: ...  # noqa: D102
    def twin(self, words: Words) -> "Dialogue": ...  # noqa: D102
    def prepare(self) -> None: ...  # noqa: D102
