"""The worst words are refused in every folder; saying not to, or what others say, is not."""

import pytest

from guide.check.floor.harms import HARMS
from guide.check.floor.words import harmful, harms_in
from guide.check.texts import PlacedText, library_texts
from guide.flow.library import load_library
from guide.flow.model import Text
from guide.problems import Place
from guide.translate.texts import of_program
from tests.support.talking import SHIPPED, TINY

PICTURE, BLAME, SECRECY = (harm.what for harm in HARMS)

HARMFUL = {
    "Take a screenshot of the pictures and call us.": PICTURE,
    "Screenshot it first.": PICTURE,
    "Then take screenshots of everything.": PICTURE,
    "Please save the photo as proof.": PICTURE,
    "You should keep the pictures as evidence.": PICTURE,
    "You can show the video to your teacher.": PICTURE,
    "Send the picture to us.": PICTURE,
    "If you do not know what to do, take a screenshot.": PICTURE,
    "If you do not want to, send the picture.": PICTURE,
    "Because it is not proof, save the photo.": PICTURE,
    "Do not forget to take a screenshot.": PICTURE,
    "Don't worry, just forward it to a teacher.": PICTURE,
    "Do not delete it but save the picture.": PICTURE,
    "TAKE A SCREENSHOT.": PICTURE,
    "It is your fault.": BLAME,
    "It may be your own fault.": BLAME,
    "It is the child's fault.": BLAME,
    "You are to blame.": BLAME,
    "You should have known better.": BLAME,
    "You shouldn\N{RIGHT SINGLE QUOTATION MARK}t have sent it.": BLAME,
    "Why did you send it?": BLAME,
    "It is nobody's fault but yours.": BLAME,
    "You only have yourself to blame.": BLAME,
    "We will keep it secret.": SECRECY,
    "Keep this a secret.": SECRECY,
    "We promise to help.": SECRECY,
    "It will stay a secret.": SECRECY,
    "This is completely confidential.": SECRECY,
    "Nobody will find out.": SECRECY,
    "Do not tell anyone.": SECRECY,
    "Tell nobody.": SECRECY,
}

FINE = [
    "Do not take a screenshot.",
    "Never copy, save, share or screenshot the picture.",
    "Do not copy, save, share or screenshot a sexual picture of a child, not even as proof.",
    "You never need to show or copy the picture.",
    "Someone wants me to send pictures",
    "Private pictures of me are shared, or might be",
    "They want money, or they share my pictures",
    "Keep the messages.",
    "Show someone this screen.",
    "It is not your fault.",
    "None of this is your fault.",
    "It is nobody's fault.",
    "They may say it is your fault.",
    "You may feel that it is your fault.",
    "Do not blame yourself.",
    "The person who did this is to blame.",
    "You should have an answer soon.",
    "You do not have to keep it secret.",
    "Do not promise to keep it secret.",
    "We cannot promise to keep it secret.",
    "They want you to keep it secret.",
    "Someone told me to keep it secret",
    "It is not completely private.",
    "They told you not to tell anyone",
    "You do not have to tell anyone your name.",
]


def kinds_of(words: str) -> list[str]:
    return [harm.what for harm, _ in harms_in(words)]


@pytest.mark.parametrize("words", HARMFUL)
def test_harmful_words_are_found(words: str) -> None:
    assert HARMFUL[words] in kinds_of(words)


@pytest.mark.parametrize("words", FINE)
def test_words_that_say_not_to_or_tell_of_others_are_fine(words: str) -> None:
    assert [] == kinds_of(words)


def test_what_is_shipped_gives_no_false_alarm() -> None:
    """Neither the flows nor what the program says of itself."""
    for flows in (SHIPPED, TINY):
        assert [] == [str(finding) for finding in harmful(library_texts(load_library(str(flows))))]
    assert [] == [text.source for text in of_program() if kinds_of(text.source)]


def test_a_finding_names_the_words_where_they_stand_and_what_to_do() -> None:
    """Each kind of harm once, however often a text does it."""
    place = Place("flows/a.yaml", 7)
    text = Text("a", "It is your fault. You are to blame. Take a screenshot.", place)

    assert [
        'flows/a.yaml:7: harmful-words: "take a screenshot": ending "a" advises to copy, keep or '
        "pass on a picture. A sexual picture of a child is not to be copied, not even as proof. "
        "Say not to.",
        'flows/a.yaml:7: harmful-words: "your fault": ending "a" blames somebody. '
        "Whatever happened, it is the fault of whoever did it. Say that, or leave it out.",
    ] == [str(finding) for finding in harmful([PlacedText(text, 'ending "a"')])]
