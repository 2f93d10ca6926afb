"""What a site file says of a host's website: its title, where leaving leads, and CEOP's button."""

import os
import re
from typing import NamedTuple

from guide.files import read_regular
from guide.flow.fields import FileReader
from guide.flow.nodes import Mapping
from guide.flow.shapes import ADDRESS

WEB_KEYS = frozenset({"title", "leave-to", "organisation", "serves-under-18-in-uk", "button"})
_GIF = (b"GIF87a", b"GIF89a")
MOST_CHARACTERS = 60
"""Of a title or a name: it stands in a tab or a line."""
NAMES_CEOP = re.compile(
    r"\b(?:c\.?e\.?o\.?p|nca|national crime agency|child exploitation)\b", re.IGNORECASE
)
"""A page or a host with such a name sounds as if CEOP stood behind it (source user-guide-2017)."""


class WebHost(NamedTuple):
    """What a host of the exported pages says of itself."""

    title: str = ""
    leave_to: str = ""
    organisation: str = ""
    button: bytes = b""
    """CEOP's button as the host was given it; only where it serves under-18s in the UK."""


def read_web(page: FileReader, top: Mapping) -> WebHost:
    """The section `web` of a site file; nothing is known where there is none."""
    node = top.values.get("web")
    if node is None:
        return WebHost()
    if not isinstance(node, Mapping):
        page.faults.add(top.lines["web"], '"web" has no keys.', "Write `title:` below it.")
        return WebHost()
    page.known_keys(node, WEB_KEYS, '"web"')
    return WebHost(
        title=_short(page, node, "title"),
        leave_to=_leave_to(page, node),
        organisation=_short(page, node, "organisation"),
        button=_button(page, node),
    )


def _short(page: FileReader, node: Mapping, key: str) -> str:
    value = page.plain(node, key, '"web"')
    if len(value) > MOST_CHARACTERS:
        what = f'"{key}" of "web" has {len(value)} characters.'
        page.faults.add(node.lines[key], what, f"Use at most {MOST_CHARACTERS}.")
    if NAMES_CEOP.search(value):
        what = f'"{key}" of "web" names CEOP, as if CEOP stood behind the page.'
        page.faults.add(node.lines[key], what, "Name it for what it is.")
    return value


def _leave_to(page: FileReader, node: Mapping) -> str:
    link = page.plain(node, "leave-to", '"web"')
    if link and not ADDRESS.fullmatch(link):
        what = f'"{link}" is no link.'
        page.faults.add(node.lines["leave-to"], what, "Write the whole address, from https:// on.")
    return link


def _button(page: FileReader, node: Mapping) -> bytes:
    """The file of the button; a fault where the host may not show it (source user-guide-2017)."""
    name = page.plain(node, "button", '"web"')
    if not name:
        return b""
    line = node.lines["button"]
    if page.plain(node, "serves-under-18-in-uk", '"web"') != "yes":
        what = "CEOP's button is only for those who serve under-18s and families in the UK."
        advice = "Add `serves-under-18-in-uk: yes` if you do, or delete this line."
        page.faults.add(line, what, advice)
    if not page.plain(node, "organisation", '"web"'):
        what = "The page with the button does not say whose it is."
        page.faults.add(line, what, "Add `organisation:` with your name.")
    path = os.path.join(os.path.dirname(page.file), name)
    try:
        data = read_regular(path)
    except OSError as error:
        page.faults.add(line, f"{path}: {error.strerror}.", "Put the file beside this one.")
        return b""
    if not data.startswith(_GIF):
        page.faults.add(line, f"{path} is no GIF.", "Use the file CEOP gives you, as it is.")
    return data
