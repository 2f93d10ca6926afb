"""A new language: its PO files, its glossary and its phrase file, ready to be filled."""

from collections.abc import Mapping
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError, get_locale_identifier, parse_locale

from guide.i18n.catalogue import DOMAINS, GLOSSARY, PHRASES, PRACTICE, po_path
from guide.i18n.words import SOURCE_LANGUAGE
from guide.project import Project
from guide.translate import po_store
from guide.translate.merge import merged_catalogue
from guide.translate.template import template

TERMS: Mapping[str, str] = {
    "trusted adult": "A grown-up whom a child can tell: a parent, a teacher, a youth worker.",
    "an adult you trust": "The same, said to the child.",
    "report": "To tell CEOP or the police what happened, by a form or a call.",
    "grooming": "Someone winning a child's trust in order to hurt them.",
    "sexual abuse": "Any sexual act with or in front of a child, in person or online.",
    "nudes": "Pictures without clothes. Young people's own word.",
    "blackmail": "Threatening to show a picture unless somebody pays or sends more.",
    "bullying": "Being mean to somebody again and again.",
    "law enforcement": "The police and those like them.",
    "fault": "As in: this is not your fault.",
    "screenshot": "A picture of what is on the screen.",
}
"""Words that must always be said the same way, and what they mean here."""

_GLOSSARY_HEAD = """\
# How this language says the words that matter. `guide locale check` reads this file.
#
# say:    the English term, and the ways to say it. The beginning of a word is enough where
#         endings change. A line of the guide with the English term must hold one of them.
# not:    the words that turn a sentence into its opposite (not, never, do not). A safety line
#         with "not" in English must hold one of them.
# yes, no: the words an answer that means yes, or no, begins with. They may never be swapped.
"""

_PHRASES_HEAD = """\
# What people really type in this language, in small letters and without punctuation.
#
# Each key is an answer (step.answer, as in worry.bullying), a topic, or danger, and its value is
# a list of phrases. must-match and must-never-match are tests for them:
#
#     must-match:
#       - {say: a whole sentence as somebody might type it, means: worry.bullying}
#     must-never-match:
#       - {say: a sentence that must not be taken for it, means: danger}
#
# spellings are words, each with others that are typed for it and mean the same: other endings,
# letters, dialects. What is written with one of them is heard as if it were written with any.
#
#     spellings:
#       photo: [photos, foto, pic]
phrases:
  danger: []
must-match: []
must-never-match: []
"""


class NoSuchLanguage(Exception):
    """The code names no language; `str()` says so and what to do."""


def language_code(name: str) -> str:
    """A language's code as folders are called: cy, pt_BR. Raises NoSuchLanguage."""
    wanted = name.replace("-", "_")
    try:
        Locale.parse(wanted)
        language, territory, script, variant, *_ = parse_locale(wanted)
        code = get_locale_identifier((language, territory, script, variant))
    except (UnknownLocaleError, ValueError, TypeError):
        raise NoSuchLanguage(
            f'"{name}" is no language code that CLDR knows. Use one such as cy, pl or pt_BR.'
        ) from None
    if code.partition("_")[0] == SOURCE_LANGUAGE:
        raise NoSuchLanguage("English is what the others are translated from. It stands in flows/.")
    return code


def begin(project: Project, language: str, *, practice: bool = False) -> list[Path]:
    """Make the files of a language; those already there are left alone. Gives the new ones.

    `practice` asks for the file of the practice too.
    """
    made = []
    for domain in (*DOMAINS, PRACTICE) if practice else DOMAINS:
        path = Path(po_path(project.locales, language, domain))
        if not path.exists():
            catalogue, _ = merged_catalogue(None, template(project, domain), language)
            po_store.save_po(path, catalogue)
            made.append(path)
    folder = Path(project.locales) / language
    for name, words in ((GLOSSARY, empty_glossary()), (PHRASES, _PHRASES_HEAD)):
        if not (folder / name).exists():
            (folder / name).write_text(words, encoding="utf-8")
            made.append(folder / name)
    return made


def empty_glossary() -> str:
    """A glossary with the English terms and nothing in the language yet."""
    terms = "".join(f"  # {meaning}\n  {term}: []\n" for term, meaning in TERMS.items())
    return f'{_GLOSSARY_HEAD}say:\n{terms}"not": []\n"yes": []\n"no": []\n'
