"""The host's own "Help and safety" page: the one page that may hold CEOP's button."""

from base64 import b64encode
from collections.abc import Callable
from html import escape

from guide.conversation import phrases
from guide.export.hosts.button import SAFETY_CENTRE, EmbeddedImage
from guide.export.web.markup import NO_BREAK
from guide.failsafe import CHILDLINE, EMERGENCY
from guide.flow.model import Text
from guide.i18n.words import Words

HELP_PAGE = "help-and-safety.html"

STYLE = (
    "html{font:112.5%/1.55 system-ui,sans-serif;color-scheme:light}"
    "body{margin:0 auto;max-width:36rem;padding:1rem;color:#26221d}"
    "section{padding:2rem 0;text-align:center}"
)
"""Nothing in it reaches the button: no rule is for `img`, `a` or everything."""


def help_page(words: Words, organisation: str, button: bytes) -> str:
    """The page, in one language: help first, children before adults, the button as it was given.

    What stands beside the button is what CEOP asks of hosts (source user-guide-2017), in words of
    our own. Raises ValueError where the button is no GIF.
    """
    size = EmbeddedImage("image/gif", button).size
    if size is None:
        raise ValueError("the button is no GIF")
    say = _speaker(words, organisation)
    direction = "rtl" if words.right_to_left else "ltr"
    picture = b64encode(button).decode()
    return (
        f"<!doctype html>\n<html lang={words.language} dir={direction}><head><meta charset=utf-8>"
        "<meta name=viewport content='width=device-width,initial-scale=1'>"
        "<meta name=referrer content=no-referrer>"
        f"<title>{say(phrases.WEB_HELP_AND_SAFETY)}</title><style>{STYLE}</style></head>\n<body><main>"
        f"<h1>{say(phrases.WEB_HELP_AND_SAFETY)}</h1>\n<p>{_calling(say(phrases.WEB_DANGER))}</p>\n"
        f"<h2>{say(phrases.WEB_CHILDREN)}</h2>\n<p>{say(phrases.WEB_CEOP_HELPS)}</p>\n"
        f"<p>{_calling(say(phrases.WEB_BULLYING))}</p>\n"
        f'<section><a href="{SAFETY_CENTRE}" rel="noreferrer"><img '
        f'src="data:image/gif;base64,{picture}" alt="{say(phrases.WEB_BUTTON)}" '
        f'width="{size[0]}" height="{size[1]}"></a></section>\n'
        f"<h2>{say(phrases.WEB_ADULTS)}</h2>\n<p>{say(phrases.WEB_ADULTS_TOO)}</p>\n"
        f"<p>{say(phrases.WEB_NOT_VETTED)}</p></main></body></html>\n"
    )


def _speaker(words: Words, organisation: str) -> Callable[[Text], str]:
    def say(text: Text) -> str:
        return escape(words.say(text, None, {"organisation": organisation}))

    return say


def _calling(html: str) -> str:
    """A text whose numbers a phone calls when they are pressed, each in one piece."""
    for number in (EMERGENCY, CHILDLINE):
        called, whole = number.replace(" ", ""), number.replace(" ", NO_BREAK)
        html = html.replace(number, f'<a href="tel:{called}">{whole}</a>')
    return html
