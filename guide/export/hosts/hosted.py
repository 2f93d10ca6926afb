"""A page that is looked at by the rules for hosts."""

from typing import NamedTuple

from guide.export.hosts.button import buttons
from guide.export.hosts.dom import Element

Broken = tuple[int, str]
"""The line of the page where a rule is broken, and what is wrong there."""


class Hosted(NamedTuple):
    """A page that is looked at, and what is known of it."""

    page: Element
    official: bytes = b""
    """The button's own file, where the host gives it."""
    in_app: bool = False
    """Whether the page is shown within an app, where only a text link may be."""
    today: str = ""
    """The day that dates are held against, such as 2026-11-27; without one none is."""

    @property
    def buttons(self) -> list[Element]:
        """The buttons on it."""
        return buttons(self.page, self.official)

    @property
    def is_guide(self) -> bool:
        """Whether it is a page of the guide itself, such as `guide export html` writes."""
        return any(
            "about:srcdoc#" in frame.attributes.get("srcdoc", "")
            for frame in self.page.find("iframe")
        ) or any(main.classes == ["booklet"] for main in self.page.find("body"))
