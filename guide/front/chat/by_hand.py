"""Keys on the screen, for who has no others: laid out as each language has them."""

from guide.conversation import phrases
from guide.front.chat.draw.text import Action, ScreenLine, Span, fill, line_cells, two_rows
from guide.front.chat.foot import phrase
from guide.front.chat.state import ChatState

_DIGITS = "1234567890"
_LATIN = ("qwertyuiop", "asdfghjkl'", "zxcvbnm,.?")
_LETTERS = {
    "cy": (*_LATIN, "\u00e2\u00ea\u00ee\u00f4\u00fb\u0175\u0177"),
    "pl": (*_LATIN, "\u0105\u0107\u0119\u0142\u0144\u00f3\u015b\u017a\u017c"),
    "uk": (
        "\u0439\u0446\u0443\u043a\u0435\u043d\u0433\u0448\u0449\u0437\u0445\u0457",
        "\u0444\u0456\u0432\u0430\u043f\u0440\u043e\u043b\u0434\u0436\u0454",
        "\u044f\u0447\u0441\u043c\u0438\u0442\u044c\u0431\u044e\u0491',.?",
    ),
    # In the order of the alphabet, from the right: whoever cannot type looks for a letter there.
    "ur": (
        "\u0627\u0622\u0628\u067e\u062a\u0679\u062b\u062c\u0686\u062d\u062e",
        "\u062f\u0688\u0630\u0631\u0691\u0632\u0698\u0633\u0634\u0635\u0636",
        "\u0637\u0638\u0639\u063a\u0641\u0642\u06a9\u06af\u0644\u0645\u0646",
        "\u06ba\u0648\u06c1\u06be\u0621\u0624\u0626\u06cc\u06d2\u060c\u06d4\u061f",
    ),
}
"""The rows of letters of each language that has others than English."""
_MOST = 7
"""Cells of a key at most: wider ones are no easier to hit, and their letters harder to find."""
_SPACE = "\u2500" * 6


def letters(language: str) -> tuple[str, ...]:
    """The rows of letters, from the top, of a language; the English ones where it has no own."""
    return _LETTERS.get(language, _LATIN)


def keyboard(talk: ChatState, width: int, height: int) -> list[ScreenLine]:
    """Keys over `width` cells, in two rows each where `height` lines are enough for that."""
    rows = (_DIGITS, *letters(talk.conversation.language))
    lines = [_row(row, width) for row in rows]

    lines += _last(talk, width)
    return two_rows(lines) if 2 * len(lines) <= height else lines


def _last(talk: ChatState, width: int) -> list[ScreenLine]:
    """What is no letter, in as many lines as it needs."""
    rows: list[ScreenLine] = [()]
    for words, does in (
        (_SPACE, Action("type", "space")),
        ("<-", Action("type", "backspace")),
        ("OK", Action("type", "enter")),
        (phrase(talk, phrases.BUTTON_BACK), Action("keyboard")),
        (phrase(talk, phrases.BUTTON_HIDE), Action("hide")),
    ):
        key = _key(f" {words} ", does)
        if line_cells((*rows[-1], *key)) > width:
            rows.append(())
        rows[-1] += key
    return [fill(row, width) for row in rows]


def _row(keys: str, width: int) -> ScreenLine:
    wide = min(_MOST, width // len(keys)) - 1
    drawn = (_key(key.center(wide), Action("type", key)) for key in keys)
    return fill(sum(drawn, ()), width)


def _key(words: str, does: Action) -> ScreenLine:
    return (Span(" ", "page", does), Span(words, "choice", does))
