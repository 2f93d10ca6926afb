"""Two folders of flows compared: every difference in its class, before and after in words."""

from typing import NamedTuple

from guide.diagram.answers import in_words
from guide.diff.classes import CLASSES, class_of
from guide.diff.endings import CANNOT_BE_HAD, EndingChange, Outcome, TooDifferent, changes
from guide.diff.folder import LANGUAGES, FileContents, Side, contents, tree
from guide.diff.names import Names
from guide.diff.people import Touched
from guide.diff.reach import EditReach
from guide.diff.strength import strength
from guide.diff.tree import CONDITIONS, Edit, edits, value_of
from guide.diff.where import where
from guide.flow.document import collector_paused
from guide.flow.model import Library
from guide.project import Project

TOO_DIFFERENT = "Too many places differ to follow every conversation through both"
_NOTHING = "(nothing)"


class Difference(NamedTuple):
    """One difference, for a person to read."""

    kind: str
    """Its class, as guide/diff/classes.py names them."""
    where: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    people: tuple[str, ...]
    """Whom it touches, in phrases; empty where it touches nobody by itself."""
    conversations: int | None
    """In how many conversations it is met; None where that is not counted."""
    strength: str = ""
    """Of a rule: whether it is now weaker, stronger, or changed."""
    in_words: tuple[str, ...] = ()
    """The answers of the shortest conversation that shows it."""


class Comparison(NamedTuple):
    """All that differs between two folders."""

    old: str
    new: str
    conversations: tuple[int | None, int | None]
    rules: tuple[int, int]
    endings: tuple[EndingChange, ...]
    differences: tuple[Difference, ...]
    library: Library
    """The folder as it is now."""
    languages_compared: bool
    left_out: int = 0
    """Differences of other classes than those that were asked for."""

    def only(self, kinds: list[str]) -> "Comparison":
        """The differences of these classes alone."""
        endings = tuple(each for each in self.endings if set(each.kinds).intersection(kinds))
        kept = tuple(each for each in self.differences if each.kind in kinds)
        left_out = len(self.differences) - len(kept)
        return self._replace(endings=endings, differences=kept, left_out=left_out)

    def of(self, kind: str) -> list[Difference]:
        """The differences of one class."""
        return [each for each in self.differences if each.kind == kind]


def compare(old: Side, new: Side) -> Comparison:
    """Compare two folders; raises FlowError where one cannot be walked, OSError if not read."""
    with collector_paused():  # nearly all that is made lives until it is told
        return _compare(old, new)


def _compare(old: Side, new: Side) -> Comparison:
    projects = Project(old.flows), Project(new.flows)
    libraries = projects[0].library, projects[1].library
    both_have_languages = bool(old.locales and new.locales)
    before, after = _differing(old, new, with_languages=both_have_languages)
    teller = _Teller(libraries)
    endings, differences = teller.of_endings() if before or after else ([], [])
    differences += [teller.edit(edit) for edit in edits(tree(before), tree(after))]
    order = {kind: number for number, kind in enumerate(CLASSES)}
    return Comparison(
        old.name,
        new.name,
        teller.conversations,
        (len(projects[0].rules.rules), len(projects[1].rules.rules)),
        tuple(endings),
        tuple(sorted(differences, key=lambda each: order[each.kind])),
        libraries[1],
        both_have_languages,
    )


class _Teller:
    """Tells what differs between two libraries, and between the files they are read from."""

    def __init__(self, libraries: tuple[Library, Library]) -> None:
        self._libraries = libraries
        self._names = Names(libraries[0]), Names(libraries[1])
        self._reach = EditReach(libraries[0]), EditReach(libraries[1])
        self._safety = frozenset(
            statement.id
            for library in libraries
            for statement in library.statements.values()
            if any(variant.text.safety for variant in statement.say)
        )

    @property
    def conversations(self) -> tuple[int | None, int | None]:
        """How many there are in each."""
        return self._reach[0].conversations, self._reach[1].conversations

    def of_endings(self) -> tuple[list[EndingChange], list[Difference]]:
        """Whose conversation ends otherwise, shows others, or asks first for something else."""
        try:
            endings = changes(*self._libraries)
        except TooDifferent:
            return [], [Difference("ending", TOO_DIFFERENT, (), (), (), None)]
        return endings, [self._ending(change, kind) for change in endings for kind in change.kinds]

    def _ending(self, change: EndingChange, kind: str) -> Difference:
        names = self._names
        was, now = self._outcome(0, change.was, kind), self._outcome(1, change.now, kind)
        side = 0 if change.now == CANNOT_BE_HAD else 1
        titles = dict.fromkeys(outcome.title for outcome in (change.was, change.now))
        named = " / ".join(f'"{title}"' for title in titles if title) if kind != "ending" else ""
        return Difference(
            kind,
            f"{CLASSES[kind]} {named}".strip(),
            was,
            now,
            tuple(names[side].people(change.people)),
            change.conversations,
            in_words=tuple(in_words(self._libraries[side], change.answers)),
        )

    def _outcome(self, side: int, outcome: Outcome, kind: str) -> tuple[str, ...]:
        if not outcome.ending:
            goes_on = outcome.urgency == "goes on"
            return ("A further question." if goes_on else "No such answer is offered.",)
        name = self._names[side].contact
        groups = [" beside ".join(map(name, group)) for group in outcome.groups]
        if kind == "ending":
            return (outcome.title,)
        if kind == "shown":
            return tuple(groups) or (_NOTHING,)
        return (f"{outcome.title} ({outcome.urgency})", *groups[:1])

    def edit(self, edit: Edit) -> Difference:
        """An edit of a file in words, with whom it reaches."""
        kind = class_of(edit, self._safety)
        touched = self._touched(edit)
        side = 0 if edit.new is None else 1
        before, after = self._shown(edit)
        return Difference(
            kind,
            where(edit, *self._names, self._libraries),
            before,
            after,
            tuple(self._names[side].people(touched.people)) if touched else (),
            touched.conversations if touched else None,
            strength=strength(edit) if kind == "rules" and edit.keys[0] == "rules" else "",
        )

    def _shown(self, edit: Edit) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Both values in words; as they stand where their words are the same."""
        sides = ((self._names[0], edit.old), (self._names[1], edit.new))
        before, after = (names.shown(edit.keys, node) for names, node in sides)
        if edit.keys[-1] in CONDITIONS and edit.old is not None and edit.new is not None:
            before = (self._names[0].condition(edit.old, edit.new),)
            after = (self._names[1].condition(edit.new, edit.old),)
        if before == after:
            before, after = ((repr(value_of(node)),) for _, node in sides)
        return before, after

    def _touched(self, edit: Edit) -> Touched | None:
        """Those it reaches now; where it is gone, or only its condition is left, then or now."""
        now = self._reach[1].of(edit) if edit.new is not None else None
        if edit.new is not None and edit.keys[-1] not in CONDITIONS:
            return now
        then = self._reach[0].of(edit)
        return then if now is None or not now.people else now


def _differing(old: Side, new: Side, *, with_languages: bool) -> tuple[FileContents, FileContents]:
    """The files of each side that the other lacks, or has otherwise."""
    both = [
        {
            name: content
            for name, content in contents(side).items()
            if with_languages or not name.startswith(f"{LANGUAGES}/")
        }
        for side in (old, new)
    ]
    before, after = both
    same = {name for name, content in before.items() if after.get(name) == content}
    return (
        {name: content for name, content in before.items() if name not in same},
        {name: content for name, content in after.items() if name not in same},
    )
