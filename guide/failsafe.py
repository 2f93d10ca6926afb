"""The card a person sees when anything breaks. It needs no file, no flow and no other module."""

from typing import TextIO

# The numbers stand here once more because nothing else may be needed to show them;
# a test holds them equal to the contacts registry.
EMERGENCY = "999"
CHILDLINE = "0800 1111"

CARDS = {
    "en": (
        "Sorry, this guide has stopped working. It is not your fault.",
        f"If anyone is in danger now, call {EMERGENCY}.",
        f"To talk to someone, call Childline on {CHILDLINE}. It is free.",
        "You can also tell an adult you trust.",
        "To try again, start the guide once more.",
    ),
}
"""The card in each shipped language, by its code."""


def text(languages: tuple[str, ...] = ()) -> str:
    """The card in these languages first, then in every other one."""
    order = [code for code in languages if code in CARDS]
    order += [code for code in CARDS if code not in order]
    return "\n\n".join("\n".join(CARDS[code]) for code in order) + "\n"


def show(out: TextIO | None, languages: tuple[str, ...] = ()) -> None:
    """Write the card wherever it can still be written; never raises."""
    import os

    card = text(languages)
    try:
        if out is not None:
            encoding = out.encoding or "ascii"
            out.write("\n" + card.encode(encoding, "replace").decode(encoding))
            out.flush()
            return
    except Exception:
        pass
    for descriptor in (1, 2):
        try:
            os.write(descriptor, card.encode("utf-8"))
            return
        except OSError:
            continue
