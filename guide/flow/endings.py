"""Endings, and what can be opened there, each read into its record.

The `..._KEYS` tables are what a file may say; the JSON Schema is held equal to them by a test.
"""

from guide.flow.advice import sentence, shortened
from guide.flow.fields import FileReader, sources
from guide.flow.model import URGENCIES, Ending, More, Shown
from guide.flow.nodes import Mapping, Node

ENDING_KEYS = frozenset(
    [
        "about",
        "urgency",
        "title",
        "safety",
        "must-hold",
        "for",
        "before",
        "contacts",
        "keep-in-mind",
        "more",
        "next",
        "if-not",
        "card",
        "sources",
    ]
)
MORE_KEYS = frozenset({"heading", "when", "say", "contacts"})
SHOWN_KEYS = frozenset({"show", "say", "when"})
BESIDE_KEYS = frozenset({"side-by-side", "when"})


def ending(page: FileReader, key: str, node: Mapping) -> Ending:
    """Where a conversation ends."""
    what = f'ending "{key}"'
    if page.is_elsewhere(key, node, "endings"):
        nothing: Ending = _nothing(page, key, node)
        return nothing
    page.known_keys(node, ENDING_KEYS, what)
    urgency_name = page.one_of(node, "urgency", what, URGENCIES, default="talk")
    if "contacts" not in node.values:
        page.faults.add(node.line, f"{sentence(what)} shows no contact.", "Add `contacts:`.")
    title = page.wording(
        node, "title", f"{key}.title", what, needed=True, safety=page.safety(node, what)
    )
    page.holding(node, title, what)
    _is_for(page, key, node, what)
    contacts = _contacts(page, node, key, what)
    return Ending(
        id=key,
        about=page.plain(node, "about", what),
        # The name from URGENCIES itself: of that a type checker knows that it is an urgency.
        urgency=next(urgency for urgency in URGENCIES if urgency == urgency_name),
        title=title,
        before=page.lines(node, "before", f"{key}.before", what),
        contacts=contacts,
        keep_in_mind=page.lines(node, "keep-in-mind", f"{key}.keep-in-mind", what),
        more=more(page, node, key, what, 1 + max((shown.group for shown in contacts), default=-1)),
        next=page.lines(node, "next", f"{key}.next", what),
        if_not=page.lines(node, "if-not", f"{key}.if-not", what),
        card=page.wording(node, "card", f"{key}.card", what),
        sources=sources(page, node, what),
        place=page.place(node.line),
    )


def _nothing(page: FileReader, key: str, node: Mapping) -> Ending:
    """What stands in for an ending that could not be read."""
    title = before = contacts = keep = groups = then = if_not = card = ()
    return Ending(
        key, "", "talk", title, before, contacts, keep, groups, then, if_not, card, (key,),
        page.place(node.line),
    )  # fmt: skip


def more(page: FileReader, node: Mapping, key: str, what: str, group: int = 0) -> tuple[More, ...]:
    """What can be opened in place; `group` is the number of the first group of contacts."""
    if "more" not in node.values:
        return ()
    opened: list[More] = []
    for value, line in page.items(node.values["more"], f'"more" of {what}', node.lines["more"]):
        entry = page.mapping(value, f'what is in "more" of {what}', line)
        if entry is None:
            continue
        opened.append(_more(page, entry, key, what, group))
        # Each heading has groups of its own, so nobody stands beside those under another.
        group += 1 + len(opened[-1].contacts)
    return tuple(opened)


def _more(page: FileReader, node: Mapping, key: str, what: str, group: int) -> More:
    page.known_keys(node, MORE_KEYS, f'"more" of {what}')
    heading = page.plain(node, "heading", f'"more" of {what}', needed=True)
    if heading:
        page.use("heading", heading, node.lines["heading"])
    if "say" not in node.values and "contacts" not in node.values:
        page.faults.add(
            node.line,
            f'The heading "{shortened(heading)}" of {what} has nothing under it.',
            "Add `say:` or `contacts:`.",
        )
    when = page.when(node)
    contacts = _contacts(page, node, key, what)
    return More(
        heading=heading,
        when=when,
        say=page.lines(node, "say", f"{key}.more.{heading}", what),
        contacts=tuple(
            shown._replace(when=when + shown.when, group=group + shown.group) for shown in contacts
        ),
        place=page.place(node.line),
    )


def _is_for(page: FileReader, key: str, node: Mapping, what: str) -> None:
    """Note whom an ending says that it is for: a condition that holds for all who come there."""
    if "for" in node.values:
        as_when = Mapping(node.lines["for"])
        as_when.values["when"] = node.values["for"]
        as_when.lines["when"] = node.lines["for"]
        if not isinstance(node.values["for"], Mapping):
            page.faults.add(node.lines["for"], f'"for" of {what} names no fact.', "Name one.")
        else:
            page.meant_for.append((key, page.when(as_when), node.lines["for"]))


def _contacts(page: FileReader, node: Mapping, key: str, what: str) -> tuple[Shown, ...]:
    if "contacts" not in node.values:
        return ()
    contacts: list[Shown] = []
    shown = page.name_items(node, "contacts", what)
    for group, (value, line) in enumerate(shown):
        if type(value) is Mapping and "side-by-side" in value.values:
            page.known_keys(value, BESIDE_KEYS, "contacts side by side")
            when = page.when(value)
            members = page.name_items(value, "side-by-side", what)
        else:
            when, members = (), [(value, line)]
        for member, at in members:
            contact = _shown(page, member, at, key, what)
            if contact is not None:
                contacts.append(contact._replace(when=when + contact.when, group=group))
    return tuple(contacts)


def _shown(page: FileReader, value: Node, line: int, key: str, what: str) -> Shown | None:
    if type(value) is str and value:
        page.use("contact", value, line)
        return Shown(value, (), (), 0, page.place(line))
    if type(value) is Mapping:
        dropped = page.known_keys(value, SHOWN_KEYS, "a contact shown")
        name = page.plain(value, "show", "a contact shown", needed=not dropped)
        when = page.when(value)
        say = page.wording(value, "say", f"{key}.contacts.{name}", what)
        if not name:
            return None
        page.use("contact", name, line)
        return Shown(name, when, say, 0, page.place(line))
    page.faults.add(line, f"A contact of {what} is not a name.", "Write the id of a contact.")
    return None
