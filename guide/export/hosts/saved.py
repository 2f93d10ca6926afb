"""A page as a browser saved it: its styles, scripts and pictures are files beside it.

Chrome and Firefox ("Web page, complete") write them into a folder beside the page. They are put
into the page, where every rule sees them. Only files below the page's own folder are read.
"""

import re
from base64 import b64encode
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guide.export.hosts.button import tells_it
from guide.export.hosts.dom import Element
from guide.export.hosts.reading import decoded
from guide.files import read_regular


def with_files_beside(page: Element, file: str) -> Element:
    """The page with the styles and pictures that stand beside it; those that are missing stay."""
    folder = Path(file).resolve().parent
    for element in page.all():
        if element.tag == "link" and "stylesheet" in element.attributes.get("rel", "").lower():
            address = element.attributes.get("href", "")
            if (css := _beside(folder, address)) is not None:
                element.tag = "style"
                styles = folder / unquote(urlsplit(address).path)
                text = decoded(css)
                element.inside = [_with_pictures(text, folder, styles.parent)]
        elif element.tag == "script":
            # What stands in a script with a file of its own runs nowhere.
            if address := element.attributes.get("src", ""):
                script = _beside(folder, address)
                element.inside = [] if script is None else [decoded(script)]
        elif element.tag == "style":
            element.inside = [_with_pictures("".join(map(str, element.inside)), folder, folder)]
        else:
            for name in _PICTURES.get(element.tag, ()):
                address = element.attributes.get(name, "")
                # Only a picture is shown by its own file; what is none is refused by its name.
                if element.tag != "img" and tells_it(address):
                    continue
                if data := _embedded(folder, address, folder):
                    element.attributes[name] = data
    return page


_PICTURES = {
    "img": ("src",),
    "input": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "source": ("src", "srcset"),
    "video": ("poster",),
    "image": ("href", "xlink:href"),
}
"""Where elements name a picture."""
_URL = re.compile(r"url\(\s*(['\"]?)([^)'\"]+)\1\s*\)", re.IGNORECASE)


def _with_pictures(css: str, folder: Path, styles: Path) -> str:
    """A style sheet with the pictures that it names by files beside it."""

    def put(match: re.Match[str]) -> str:
        data = "" if tells_it(match[2]) else _embedded(folder, match[2], styles)
        return f"url({data})" if data else match[0]

    return _URL.sub(put, css)


def _embedded(folder: Path, address: str, beside: Path) -> str:
    """A picture as an address that holds it; empty where it is not there."""
    picture = _beside(folder, address, beside)
    return f"data:{_kind(picture)};base64,{b64encode(picture).decode()}" if picture else ""


def _kind(picture: bytes) -> str:
    """What a picture is by its first bytes, whatever its file is called."""
    if picture.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/webp" if picture[8:12] == b"WEBP" else "image/png"


def _beside(folder: Path, address: str, beside: Path | None = None) -> bytes | None:
    """The file that an address names; None where it is elsewhere, or is not there.

    `beside` is what the address starts from where that is not the folder itself.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    path = ((beside or folder) / unquote(parts.path)).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        return None
    return read_regular(str(path))
