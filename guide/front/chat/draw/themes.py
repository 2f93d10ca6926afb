"""Colours: what each role of text looks like, in every theme. Nothing is said by colour alone."""

from collections.abc import Mapping
from typing import NamedTuple


class Look(NamedTuple):
    """Colours as #rrggbb, a number of the terminal's sixteen, or empty for its own."""

    ink: str = ""
    ground: str = ""
    bold: bool = False
    underline: bool = False
    reverse: bool = False


class Theme(NamedTuple):
    """A look for every role; `page` is the look of a role that has none of its own."""

    name: str
    looks: Mapping[str, Look]

    def look(self, role: str) -> Look:
        """What a role looks like."""
        return self.looks.get(role) or self.looks["page"]


def _theme(
    name: str,
    page: tuple[str, str],
    quiet: str,
    line: str,
    cap: str,
    question: tuple[str, str],
    you: tuple[str, str],
    choice: tuple[str, str],
    number: str,
    selected: tuple[str, str],
    help_: tuple[str, str],
    urgent: tuple[str, str],
    calm: tuple[str, str],
    name_: str,
    link: str,
) -> Theme:
    ink, ground = page
    looks = {
        "page": Look(ink, ground),
        "text": Look(ink, ground),
        "speaker": Look(quiet, ground, bold=True),
        "guide": Look(ink, ground),
        "question": Look(*question, bold=True),
        "why": Look(*question),
        "you": Look(*you),
        "choice": Look(*choice),
        "hint": Look(quiet, choice[1]),
        "number": Look(number, cap, bold=True),
        "danger": Look(*urgent, bold=True),
        "question-edge": Look(number, question[1]),
        "mark": Look(ink, ground),
        "choice-mark": Look(number, cap),
        "selected": Look(*selected, bold=True),
        "heading": Look(ink, ground, bold=True),
        "bar": Look(line, ground),
        "name": Look(name_, ground, bold=True),
        "way": Look(ink, ground, bold=True),
        "link": Look(link, choice[1], bold=True, underline=True),
        "large": Look(name_, ground, bold=True),
        "small": Look(quiet, ground),
        "card": Look(ink, ground, bold=True),
        "code": Look("#000000", "#ffffff"),
        "code-dark": Look("#ffffff", "#000000"),
        "help": Look(*help_, bold=True),
        "rule": Look(line, ground),
        "title": Look(quiet, ground),
        "languages": Look(link, ground, bold=True),
        **dict.fromkeys(("entry", "cursor", "entry-hint"), Look(quiet, choice[1])),
        "typed": Look(ink, choice[1], bold=True),
        "foot": Look(quiet, ground),
        "button": Look(quiet, ground),
        **dict.fromkeys(("key", "code-key"), Look(number, ground, bold=True)),
    }
    # What cannot wait has a colour that nothing else has.
    for urgency in ("emergency", "report", "tell", "talk"):
        its_own = urgent if urgency == "emergency" else calm
        looks[urgency] = Look(*its_own, bold=True)
        looks[f"{urgency}-when"] = Look(*its_own)
    return Theme(name, looks)


# The colours are ones that a terminal of 256 colours has too: the first screen and the ones after
# it look the same there.
DARK = _theme(
    "dark",
    page=("#e4e4e4", "#1c1c1c"),
    quiet="#b2b2b2",
    line="#5f87af",
    cap="#303030",
    question=("#ffffff", "#444444"),
    you=("#ffffff", "#005f87"),
    choice=("#eeeeee", "#262626"),
    number="#87d7ff",
    selected=("#1c1c1c", "#afd7ff"),
    help_=("#ffffff", "#005f5f"),
    urgent=("#ffffff", "#5f005f"),
    calm=("#ffffff", "#005f5f"),
    name_="#afd7ff",
    link="#87d7ff",
)
LIGHT = _theme(
    "light",
    page=("#262626", "#ffffff"),
    quiet="#4e4e4e",
    line="#5f87af",
    cap="#e4e4e4",
    question=("#000000", "#d0d0d0"),
    you=("#ffffff", "#005f87"),
    choice=("#1c1c1c", "#eeeeee"),
    number="#00005f",
    selected=("#ffffff", "#005f87"),
    help_=("#ffffff", "#005f5f"),
    urgent=("#ffffff", "#5f005f"),
    calm=("#ffffff", "#005f5f"),
    name_="#005f87",
    link="#00005f",
)
CONTRAST = _theme(
    "contrast",
    page=("#ffffff", "#000000"),
    quiet="#ffffff",
    line="#ffffff",
    cap="#000000",
    question=("#ffffff", "#000000"),
    you=("#000000", "#ffffff"),
    choice=("#ffffff", "#000000"),
    number="#ffff00",
    selected=("#000000", "#ffff00"),
    help_=("#000000", "#ffffff"),
    urgent=("#000000", "#00ffff"),
    calm=("#000000", "#ffffff"),
    name_="#ffff00",
    link="#ffff00",
)
SIXTEEN = _theme(
    "sixteen",
    page=("7", "0"),
    quiet="7",
    line="6",
    cap="0",
    question=("15", "0"),
    you=("15", "4"),
    choice=("15", "0"),
    number="14",
    selected=("0", "7"),
    help_=("15", "4"),
    urgent=("15", "5"),
    calm=("15", "4"),
    name_="14",
    link="14",
)
_BARE = ("", "")
_PLAIN = _theme(
    "none", _BARE, "", "", "", _BARE, _BARE, _BARE, "", _BARE, _BARE, _BARE, _BARE, "", ""
)
NONE = Theme(
    "none",
    {
        **_PLAIN.looks,
        **dict.fromkeys(("selected", "key", "code-dark"), Look(reverse=True)),
        "code": Look(),
    },
)
"""No colour at all: bold, underline and reverse."""

WITHOUT_COLOURS = ("vt1", "vt2", "vt3", "vt4", "vt5")
"""How the names of terminals begin that have no colours: VT100 to VT525 (terminfo)."""

THEMES = (DARK, LIGHT, CONTRAST, SIXTEEN)


def first_theme(environ: Mapping[str, str]) -> Theme:
    """The theme that suits a terminal, by what its environment says of it."""
    if environ.get("NO_COLOR") or environ.get("TERM", "").startswith(WITHOUT_COLOURS):
        return NONE
    if not has_many_colours(environ):
        return SIXTEEN
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if ground in ("7", "15") else DARK


def has_many_colours(environ: Mapping[str, str]) -> bool:
    """Whether a terminal has more than sixteen colours."""
    many = "256color" in environ.get("TERM", "") or is_xterm(environ)
    return many or has_all_colours(environ)


def is_xterm(environ: Mapping[str, str]) -> bool:
    """Whether it is xterm itself: it has 256 colours, and calls itself by a name of few."""
    return environ.get("TERM") == "xterm" and "XTERM_VERSION" in environ


def has_all_colours(environ: Mapping[str, str]) -> bool:
    """Whether a terminal has millions of colours; Windows Terminal says so by its name alone."""
    named = environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    return named or bool(environ.get("WT_SESSION"))


def after(theme: Theme) -> Theme:
    """The next theme, round and round."""
    names = [each.name for each in THEMES]
    position = names.index(theme.name) if theme.name in names else -1
    return THEMES[(position + 1) % len(THEMES)]
