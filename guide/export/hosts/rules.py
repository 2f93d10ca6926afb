"""The rules for hosts, each by a name: what must be so, and what to do where it is not."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from guide.export.hosts import audience, beside, dialled, endorsement, fetching, scripts, shown
from guide.export.hosts.button import SAFETY_CENTRE
from guide.export.hosts.hosted import Broken, Hosted


class HostRule(NamedTuple):
    """A rule for hosts."""

    name: str
    what_to_do: str
    broken: Callable[[Hosted], Iterable[Broken]]


RULES = (
    HostRule("not-in-the-guide", "Put it on a help page of your own.", shown.in_the_guide),
    HostRule(
        "not-in-an-app",
        f'Use the words "CEOP Safety Centre" linked to {SAFETY_CENTRE}.',
        shown.in_an_app,
    ),
    HostRule("once", "Leave one.", shown.more_than_one),
    HostRule("the-file-itself", "Use the GIF that CEOP gives you, as it is.", shown.not_its_file),
    HostRule("unchanged", "Let nothing but src, alt, width and height touch it.", shown.altered),
    HostRule(
        "left-alone-by-scripts",
        "Let no script of this page reach the button, its link, or every press.",
        scripts.reach_it,
    ),
    HostRule("styles-in-view", "Write the page's styles into the page.", shown.styles_elsewhere),
    HostRule(
        "leads-to-the-safety-centre",
        f"Link it to {SAFETY_CENTRE} and nowhere else.",
        shown.leads_elsewhere,
    ),
    HostRule(
        "only-a-link", "Give its link an href and a rel, and nothing more.", shown.link_does_more
    ),
    HostRule(
        "a-space-of-its-own",
        "Put it alone into a <section> of the page's main part.",
        shown.not_by_itself,
    ),
    HostRule(
        "words-beside-it",
        "Say it to children first, then the button, then to adults.",
        beside.children_first,
    ),
    HostRule(
        "no-endorsement",
        "Take it out. Say only how to reach CEOP, what it does, and that it has not checked you.",
        endorsement.endorsed,
    ),
    HostRule("not-named-after-ceop", "Name the page for what it is.", endorsement.named_after_ceop),
    HostRule("text-links-lead-there", f"Link to {SAFETY_CENTRE}.", beside.link_in_words),
    HostRule(
        "numbers-dial-themselves",
        "Let the link dial the number that its words say.",
        dialled.dials_another,
    ),
    HostRule(
        "for-under-18s",
        "Host it only where under 18s and their families are served.",
        audience.not_for_children,
    ),
    HostRule(
        "nothing-fetched", "Take it out: the page must send nothing to anybody.", fetching.fetches
    ),
    HostRule("help-in-view", "Export the page again.", beside.without_help),
    HostRule("not-old", "Export it again, with the newest guide.", beside.past_its_day),
)
