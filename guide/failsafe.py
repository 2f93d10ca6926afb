"""The card a person sees when anything breaks. It needs no file, no flow and no other module."""

# ruff: noqa: RUF001 (other alphabets have letters that look like English ones)

from __future__ import annotations

TYPE_CHECKING = False  # not even guide.light is needed
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

# The numbers stand here once more because nothing else may be needed to show them;
# a test holds them equal to the contacts registry.
EMERGENCY = "999"
CHILDLINE = "0800 1111"

# Numbers within words that run right to left, so that a terminal does not swap their groups.
_EMERGENCY = f"\u200e{EMERGENCY}\u200e"
_CHILDLINE = f"\u200e{CHILDLINE}\u200e"

CARDS: dict[str, tuple[str, ...]] = {
    "en": (
        "Sorry, this guide has stopped working. It is not your fault.",
        f"If anyone is in danger now, call {EMERGENCY}.",
        f"To talk to someone, call Childline on {CHILDLINE}. It is free.",
        "You can also tell an adult you trust.",
        "To try again, start the guide once more.",
    ),
    "cy": (
        "Mae'n ddrwg gennym, mae'r canllaw hwn wedi stopio gweithio. Nid dy fai di yw hyn.",
        f"Os oes unrhyw un mewn perygl nawr, ffonia {EMERGENCY}.",
        f"I siarad â rhywun, ffonia Childline ar {CHILDLINE}. Mae am ddim.",
        "Gelli di hefyd ddweud wrth oedolyn rwyt ti'n ymddiried ynddo.",
        "I roi cynnig arall arni, agora'r canllaw eto.",
    ),
    "pl": (
        "Przepraszamy, ten przewodnik przestał działać. To nie twoja wina.",
        f"Jeśli ktoś jest teraz w niebezpieczeństwie, zadzwoń pod numer {EMERGENCY}.",
        f"Aby z kimś porozmawiać, zadzwoń do Childline: {CHILDLINE}. To nic nie kosztuje.",
        "Możesz też powiedzieć dorosłej osobie, której ufasz.",
        "Aby spróbować ponownie, uruchom przewodnik jeszcze raz.",
    ),
    "ur": (
        "معذرت، اس گائیڈ نے کام کرنا بند کر دیا ہے۔ اس میں آپ کی کوئی غلطی نہیں۔",
        f"اگر کوئی ابھی خطرے میں ہے تو {_EMERGENCY} پر کال کریں۔",
        f"کسی سے بات کرنے کے لیے Childline کو {_CHILDLINE} پر کال کریں۔ یہ مفت ہے۔",
        "آپ کسی ایسے بڑے کو بھی بتا سکتے ہیں جس پر آپ کو بھروسہ ہو۔",
        "دوبارہ کوشش کرنے کے لیے گائیڈ کو پھر سے شروع کریں۔",
    ),
    "uk": (
        "Вибач, цей помічник перестав працювати. Це не твоя провина.",
        f"Якщо хтось зараз у небезпеці, телефонуй {EMERGENCY}.",
        f"Щоб поговорити з кимось, телефонуй до Childline: {CHILDLINE}. Це безкоштовно.",
        "Також можна розповісти дорослій людині, якій ти довіряєш.",
        "Щоб спробувати ще раз, запусти помічника знову.",
    ),
}
"""The card in each shipped language, by its code. All but the English are drafts."""

_NUMBERS = slice(1, 3)
"""The lines of a card that hold the two numbers."""
_ALL, _BUT_THE_WAY_BACK = slice(None), slice(-1)
"""The lines of a card; how to start the guide again stands last."""
HELP_NUMBERS = CARDS["en"][_NUMBERS]
"""What whoever asked for something that there is not needs all the same."""


def text(
    languages: tuple[str, ...] = (), encoding: str = "utf-8", *, by_itself: bool = False
) -> str:
    """The card in English, beside it in these languages, and its numbers in every other one.

    A language that the encoding cannot write is left out. All of it fits in 24 lines. Where the
    guide starts again `by_itself`, as a kiosk does, nobody is told to start it.
    """
    codes = [code.replace("-", "_").partition("_")[0].lower() for code in languages]
    asked = [code for code in CARDS if code == "en" or code in codes]
    lines = _BUT_THE_WAY_BACK if by_itself else _ALL
    cards: list[tuple[str, ...]] = [CARDS[code][lines] for code in asked]
    cards += [CARDS[code][_NUMBERS] for code in CARDS if code not in asked]
    return "\n\n".join("\n".join(card) for card in cards if _can_write(card, encoding)) + "\n"


def numbers(encoding: str = "utf-8") -> str:
    """Whom to call, in every language that the encoding can write, for what is only starting."""
    cards = [card[_NUMBERS] for card in CARDS.values() if _can_write(card, encoding)]
    return "\n\n".join(map("\n".join, cards)) + "\n"


def _can_write(card: tuple[str, ...], encoding: str) -> bool:
    words = "".join(card)
    try:
        words.encode(encoding)
    except (UnicodeError, LookupError):
        return words.isascii()
    return True


def show(out: TextIO | None, languages: tuple[str, ...] = (), *, by_itself: bool = False) -> None:
    """Write the card wherever it can still be written; never raises."""
    _write(out, lambda encoding: text(languages, encoding, by_itself=by_itself))


def show_numbers(out: TextIO | None) -> None:
    """Write whom to call wherever it can be written; never raises."""
    _write(out, numbers)


def _write(out: TextIO | None, words: Callable[[str], str]) -> None:
    """Write the words for an encoding to `out`, or else to any output there is."""
    import os

    try:
        if out is not None:
            out.write("\n" + words(out.encoding or "ascii"))
            out.flush()
            return
    except Exception:
        pass
    # Past Python's own streams, which may be closed or broken.
    for descriptor in (1, 2):
        try:
            os.write(descriptor, words("utf-8").encode("utf-8"))
            return
        except OSError:
            continue
