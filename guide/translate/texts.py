"""Every text there is to translate, found in the very records that the screens are made of."""

from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module

from guide.flow import walk
from guide.flow.model import Library, Text
from guide.i18n.catalogue import PRACTICE
from guide.practice.texts import story_texts as texts_of_stories
from guide.project import Project

PHRASE_MODULES = (
    "guide.conversation.phrases",
    "guide.conversation.warm_lines",
    "guide.i18n.words",
)
"""Where the program's own words stand."""
PRACTICE_MODULES = ("guide.practice.phrases",)
"""Where those of the practice stand: they are translated with its stories, or not at all."""


def of_flows(library: Library) -> list[Text]:
    """Every text of the flows, each once, in the order they are written."""
    return _each_once(part.record for part in walk.walk(library) if _is_translated(part))


def of_program(modules: Iterable[str] = PHRASE_MODULES) -> list[Text]:
    """Every phrase of the program's own, each once, in the order they are written."""
    return _each_once(
        text
        for name in modules
        for value in vars(import_module(name)).values()
        for text in walk.texts(value)
    )


def of_practice(project: Project) -> list[Text]:
    """Every text of the stories, then the practice's own phrases."""
    stories = texts_of_stories(project.stories.scenarios)
    return _each_once([*stories, *of_program(PRACTICE_MODULES)])


@lru_cache(maxsize=4)  # each language is held against the same
def texts_of_domain(project: Project, domain: str) -> list[Text]:
    """Every text of one PO file."""
    if domain == PRACTICE:
        return of_practice(project)
    return of_flows(project.library) if domain == "flows" else of_program()


def text_key(text: Text) -> tuple[str, str]:
    """What tells one text from another: where it stands, and its English."""
    return text.address, text.source


def _is_translated(part: walk.Part) -> bool:
    """Whether a part is words, and no service's own name, which is the same in every language."""
    is_own_name = part.is_name and not part.owner.translate_name
    return isinstance(part.record, Text) and not is_own_name


def _each_once(texts: Iterable[Text]) -> list[Text]:
    by_key: dict[tuple[str, str], Text] = {}
    for text in texts:
        by_key.setdefault(text_key(text), text)
    return list(by_key.values())
