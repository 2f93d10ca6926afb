"""A page as a browser saved it: its style sheets and pictures are files beside it.

Chrome and Firefox ("Web page, complete") write them into a folder beside the page. They are put
into the page, where every rule sees them. Only files below the page's own folder are read.
"""

from base64 import b64encode
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guide.export.hosts.dom import Element
from guide.files import read_regular


def with_files_beside(page: Element, file: str) -> Element:
    """The page with the styles and pictures that stand beside it; those that are missing stay."""
    folder = Path(file).resolve().parent
    for element in page.all():
        if element.tag == "link" and "stylesheet" in element.attributes.get("rel", "").lower():
            if (css := _beside(folder, element.attributes.get("href", ""))) is not None:
                element.tag = "style"
                element.inside = [css.decode("utf-8", "replace")]
        elif element.tag == "img":
            picture = _beside(folder, element.attributes.get("src", ""))
            if picture is not None:
                data = b64encode(picture).decode()
                element.attributes["src"] = f"data:{_kind(picture)};base64,{data}"
    return page


def _kind(picture: bytes) -> str:
    """What a picture is by its first bytes, whatever its file is called."""
    if picture.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/webp" if picture[8:12] == b"WEBP" else "image/png"


def _beside(folder: Path, address: str) -> bytes | None:
    """The file that an address names; None where it is elsewhere, or is not there."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    path = (folder / unquote(parts.path)).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        return None
    return read_regular(str(path))
