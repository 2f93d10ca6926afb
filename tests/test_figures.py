"""What is said in a figure, a story or of a job raises no danger; what a person does is heard."""

import pytest

from guide.understanding.forms.figures import without_figures
from guide.understanding.recognizers import Recognizers
from guide.understanding.typed import split_words
from tests.support.hearing import shipped
from tests.support.talking import ROOT


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my phone battery is killing me", "my phone"),
        ("that assembly killed me", "that"),
        ("we watched a film in english where the girl gets murdered", "we"),
        ("in drama we did a play where someone dies, my dad hits me", "in drama we my dad hits me"),
        ("i want to be a police officer when im older", "i want to when im older"),
        ("i hit my personal best in the 800m today", "best in the 800m today"),
        ("we hit the shops then dad hit me", "then dad hit me"),
        ("my brother keeps hitting me on fortnite lol", "my brother keeps lol"),
        ("he killed me in minecraft and then he hit me", "he and then he hit me"),
        ("that song slaps fr", "that fr"),
        ("i took two paracetamol for my headache", "i"),
        ("my doctor touched my tummy to check my appendix", "my"),
        ("i banged my head on the door", "door"),
        ("we got battered 6-0 by stoke", ""),
        ("we played kidnap with teddies", "we with teddies"),
        ("my bro is gonna murder me when he sees i ate his crisps", "my his crisps"),
        ("can i cut my own fringe", "can i"),
        ("we shoot a scene for media coursework", "we"),
        ("why does katniss shoot the woman in hunger games", ""),
        ("is macbeth guilty or did lady m make him murder duncan", "is"),
        ("my homework is about henry the 8th killing his wives", "my homework is about"),
        ("who killed duncan in macbeth", ""),
        ("how do you beat the ender dragon without dying", ""),
        ("how do i kidnap a villager in minecraft", ""),
        ("i keep dying on the last level of hollow knight", "i keep of hollow knight"),
        ("my phone battery dies so fast its killing me", "my"),
        ("my mum is killing me over my room", "my mum"),
        ("bro that exam absolutely raped us", "bro that"),
        ("arsenal got absolutely battered last night", "last night"),
        ("my french teacher is killing me with all this vocab", "my french teacher"),
        ("wrote a story for english where the girl gets kidnapped", ""),
        ("my 5 year old cut her own fringe before school", "my 5 year old before school"),
        ("romeo and juliet quiz on the poison scene", "romeo and juliet quiz on the"),
        ("lads corner girls in the stairwell", "lads in the stairwell"),
        ("does a tablet charge faster off", "faster off"),
        ("are you gonna call the police", ""),
        ("will the police take my phone off me", "my phone off me"),
        ("i dont want the police he has a knife", "i he has a knife"),
        ("gonna die of boredom", "gonna"),
        ("how do u beat the warden it keeps killing me", ""),
        ("had fish fingers for tea", "had for tea"),
        ("my horse needs grooming", "my"),
        ("somebody rubbed it off the board", "somebody"),
    ],
)
def test_a_figure_a_story_or_a_job_is_left_out_and_no_more(text: str, left: str) -> None:
    assert left == " ".join(filter(None, without_figures(split_words(text))))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "i want to die like romeo",
            "how do i fight back when he hits me",
            "how do i kill my dad",
        ),
        *(
            "he is killing me with a knife",
            "he cut her hair",
            "wrote a note about my dad who hits me",
        ),
        *("they killed me in my room", "he is killing me over the phone", "the boss raped me"),
        *("macbeths killer is my dad", "my sister got battered last night", "our coach raped us"),
        *("my dad is killing me", "the secret is killing me", "its killing me", "he hit my sister"),
        "he made me watch a film where people have sex",
        "i read a book about a girl whose dad hits her and thats what happens to me",
        "my friend watched a show about self harm and shes copying it",
        *("someone hit the ball at me", "i hit my sister", "the police officer touched me"),
        "watching a show with my uncle and he touched me",
        *("jake is killing me", "my abuser is killing me", "i hit my best friend"),
        *("he hit a six year old", "they hit like every day", "he hit the ball at me"),
        *("i watched him play with himself", "i saw my uncle show the little girl his privates"),
        "my dad watched a film where a boy gets hurt",
        *("a guy says he will kill me on fortnite", "he hits me when he loses on fortnite"),
        *("my stepdad slaps me", "he thinks its funny when this slaps me"),
        *("i took two paracetamol for my headache then the whole box", "i took 20 paracetamol"),
        "my doctor touched my tummy to check and it felt weird",
        *("the doctor touched my privates to check", "he touched my back to check"),
        *("i got battered by my brother", "we got beaten by dad", "i got battered 3 times"),
        *("he played kidnap on me", "my dad will kill me when he sees i failed"),
        *("my brother will kill me when he finds out i told", "i cut my own arm"),
        *("he wants to shoot me for a project", "i took a tablet to switch off"),
        *("dad banged my head on the wall", "i hit my head on purpose", "mum burnt my tongue"),
        *("call the police", "can you call the police", "the police are at my door"),
        *(
            "i need the police",
            "how do i beat my dad he keeps killing me",
            "he put his fingers in",
            "i think im being groomed",
        ),
    ],
)
def test_what_a_person_does_or_feels_is_kept_whole(text: str) -> None:
    assert split_words(text) == without_figures(split_words(text))


@pytest.mark.parametrize(
    "text",
    [
        *("this assembly is killing me", "i hit my personal best today"),
        *("we read a book where a boy gets stabbed", "i want to be a police officer"),
    ],
)
def test_an_everyday_line_brings_no_card(text: str) -> None:
    guesser = Recognizers(shipped(), str(ROOT / "flows")).guesser()
    heard = guesser.recognizer.recognize(text)

    assert not heard.distress
    assert not guesser.guess(heard, "who", {}).danger


@pytest.mark.parametrize("part", ["hand", "wrist", "arm", "fingers"])
@pytest.mark.parametrize("thing", ["oven", "kettle", "straighteners"])
def test_a_burn_by_mishap_brings_no_card_and_one_by_somebody_does(part: str, thing: str) -> None:
    """What was on purpose is still said back as self-harm, and what another did brings the card."""
    recognizer = Recognizers(shipped()).guesser().recognizer
    mishap = f"i burnt my {part} on the {thing}"

    assert not recognizer.recognize(mishap).distress
    assert recognizer.recognize(f"mum burnt my {part} on the {thing}").distress
    meant = recognizer.recognize(f"{mishap} on purpose").likely
    assert max(meant.values(), key=lambda match: match.score).of == "concern=self-harm"
