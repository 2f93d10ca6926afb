"""What a terminal may send: what is heard of it, and that nothing of it breaks the reader."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, MouseDown, Paste
from textual.message import Message

from guide.front.chat.reader import Reader

NO_TEXT = "\ufffd"

HEARD = {
    "a pound sign of another terminal": (b"he sent me \xa35", f"he sent me {NO_TEXT}5"),
    "a byte that begins nothing": (b"a\xffb", f"a{NO_TEXT}b"),
    "a character cut short": (b"a\xe2\x82b", f"a{NO_TEXT}b"),
    "a character too long": (b"a\xc0\x80b", f"a{NO_TEXT * 2}b"),
    "half of a pair": (b"a\xed\xa0\x80b", f"a{NO_TEXT * 3}b"),
    "a key that is none": (b"a\x1b[1114112ub", "ab"),
    "a key of a hundred digits": (b"a\x1b[" + b"9" * 20 + b"ub", "ab"),
    "a mouse before column 95": (b"a\x1b[M !!b", "ab"),
    "a mouse past column 95": (b"a\x1b[M \x9f!b", "ab"),
    "a mouse past row 95": (b"a\x1b[M !\xffb", "ab"),
    "a mouse whose place looks like a letter": (b"a\x1b[M \xc3\xa0b", "ab"),
    "a mouse whose place looks like a long letter": (b"a\x1b[M\xe2\x82\xacb", "ab"),
    "two mice": (b"a\x1b[M \xc3\xa0\x1b[M#\xc3\xa0b", "ab"),
    "a window of no size": (b"a\x1b[48;0;0;0;0t\x1b[<0;3;4Mb", "ab"),
    "a window of any size": (b"a\x1b[48;99999;99999;9;9tb", "ab"),
    "sizes told by typing": (b"a\x1b[?2048;1$yb", "ab"),
    "letters of every kind": ("żółć نہیں 🙂".encode(), "żółć نہیں 🙂"),
}
"""What is sent, and the characters heard of it."""


def heard(pieces: list[bytes], encoding: str = "utf-8") -> list[Message]:
    """The messages of these pieces, one after another, and of the silence after them."""
    reader = Reader(encoding)
    return [message for piece in pieces for message in reader.feed(piece)]


def letters(messages: list[Message]) -> str:
    """The characters of the keys among these."""
    return "".join(one.character or "" for one in messages if isinstance(one, Key))


@pytest.mark.parametrize("name", HEARD)
def test_nothing_typed_is_lost_beside_what_is_no_text(name: str) -> None:
    """Each in one piece, and cut at every place."""
    sent, wanted = HEARD[name]

    assert wanted == letters(heard([sent]))
    for cut in range(1, len(sent)):
        assert wanted == letters(heard([sent[:cut], sent[cut:]])), cut
    assert wanted == letters(heard([bytes([byte]) for byte in sent]))


def test_a_terminal_that_writes_latin_1_is_read_as_that() -> None:
    """A pound sign is one byte there."""
    assert "he sent me £5" == letters(heard([b"he sent me \xa35"], "iso8859-1"))


def test_a_paste_keeps_what_is_around_the_byte() -> None:
    pasted = [one.text for one in heard([b"\x1b[200~a\x9bb\x1b[201~c"]) if isinstance(one, Paste)]

    assert [f"a{NO_TEXT}b"] == pasted


def test_a_size_told_by_typing_moves_no_press() -> None:
    """The mouse is where it is, whatever a line of text says of pixels."""
    messages = heard([b"\x1b[48;10;10;1000;1000t\x1b[<0;30;4M"])

    assert [(29, 3)] == [(one.x, one.y) for one in messages if isinstance(one, MouseDown)]


PARTS = st.one_of(
    st.binary(max_size=6),
    st.sampled_from([sent for sent, _ in HEARD.values()]),
    st.from_regex(rb"\x1b\[[<?]?[0-9:;]{0,30}[a-zA-Z~$]?", fullmatch=True),
    st.sampled_from([b"\x1b", b"\x1b[", b"\x1b[M", b"\x1b[200~", b"\x1b[201~", b"\x1bO"]),
)


REPORTS = (b"\x1b[M \x9f!", b"\x1b[M#!!", b"\x1b[MC\xff\xff", b"\x1b[<0;50;12M", b"\x1b[<35;5;120m")
"""Mouse reports of both kinds."""


def with_silences(pieces: list[bytes]) -> list[Message]:
    """The messages of these pieces, where each is followed by a silence long enough for Esc."""
    reader = Reader("utf-8")
    messages: list[Message] = []
    for piece in pieces:
        messages += reader.feed(piece)
        reader._parser._timeout_time = reader._parser._timeout_time and 0.0
        messages += reader.tick()
    return messages


@pytest.mark.parametrize("sent", REPORTS, ids=repr)
def test_a_mouse_report_in_two_pieces_types_nothing(sent: bytes) -> None:
    """Cut anywhere, with a silence at the cut or without one; the letters around it are heard."""
    for cut in range(1, len(sent)):
        pieces = [b"a", sent[:cut], sent[cut:] + b"b"]
        assert "ab" == letters(heard(pieces)).replace("\x1b", ""), cut
        assert "ab" == letters(with_silences(pieces)).replace("\x1b", ""), cut


@pytest.mark.parametrize("begun", [b"\x1b[M", b"\x1b[<", b"\x1b[<0;50", b"\x1b["], ids=repr)
@pytest.mark.parametrize("typed", ["abc", "no", "999", "2"])
def test_a_mouse_report_without_its_end_eats_no_letter(begun: bytes, typed: str) -> None:
    """The next letters are keys, whether they come one by one or together."""
    assert typed == letters(with_silences([begun, typed.encode()]))
    assert typed == letters(with_silences([begun, *(letter.encode() for letter in typed)]))
    assert typed == letters(heard([b"\x1b[M", b"\x1b[<0;5", b"\x1b[M!!!", typed.encode()]))


def test_letters_taken_for_the_place_of_a_mouse_are_heard_after_all() -> None:
    """They came at once after a report that never ended."""
    reader = Reader("utf-8")
    messages = [*reader.feed(b"\x1b[M"), *reader.feed(b"n"), *reader.feed(b"o"), *reader.tick()]

    assert "no" == letters(messages)


def test_a_whole_report_in_pieces_is_still_a_press() -> None:
    """Without a silence nothing is lost."""
    messages = heard([b"\x1b[<0;3", b"0;4", b"M"])

    assert [(29, 3)] == [(one.x, one.y) for one in messages if isinstance(one, MouseDown)]


def test_esc_is_a_key_after_a_silence_and_only_then() -> None:
    """Also twice, and before a letter."""
    keys = [key.key for key in with_silences([b"\x1b", b"\x1b", b"a"]) if isinstance(key, Key)]

    assert ["escape", "escape", "a"] == keys
    assert ["up"] == [key.key for key in heard([b"\x1b", b"[", b"A"]) if isinstance(key, Key)]


@pytest.mark.parametrize(
    "mashed", ["\r", "z", "2", " ", "\x7f", "£", "\x1bz", "\x1b\x1b\r"], ids=repr
)
def test_esc_twice_hides_whatever_is_pressed_with_it(mashed: str) -> None:
    """A frightened hand hits more than one key; a busy machine hears all at once."""
    sent = b"\x1b\x1b" + mashed.encode()
    together, apart = heard([sent]), heard([bytes([byte]) for byte in sent])

    for messages in (together, apart):
        assert ["escape", "escape"] == [one.key for one in messages if isinstance(one, Key)][:2]


@pytest.mark.parametrize(
    "after", [b"\x1b[A", b"\x1bOA", b"\x1b[<35;5;9M", b"\x1b[M \x9f!"], ids=repr
)
def test_esc_once_and_an_arrow_or_a_mouse_is_no_esc_twice(after: bytes) -> None:
    """That covers, and hides nothing."""
    keys = [one.key for one in heard([b"\x1b" + after]) if isinstance(one, Key)]

    assert ["escape"] == [key for key in keys if key == "escape"]


def test_ctrl_c_hides_within_a_paste_too() -> None:
    """One whose end was lost on the way would keep every key."""
    assert "\x03" == letters(heard([b"\x1b[200~my uncle\x03"]))


def test_a_paste_whose_end_was_lost_keeps_no_key_for_good() -> None:
    """A rest within it is waited for."""
    reader = Reader("utf-8")
    messages = [*reader.feed(b"\x1b[200~my ")]
    messages += [one for _ in range(5) for one in reader.tick()]
    messages += reader.feed(b"uncle\x1b[201~!")
    assert ["my uncle"] == [one.text for one in messages if isinstance(one, Paste)]

    messages = [*reader.feed(b"\x1b[200~my uncle")]
    messages += [one for _ in range(20) for one in reader.tick()]
    messages += reader.feed(b"zebra")
    assert "zebra" == letters(messages)


@given(st.lists(PARTS, max_size=12), st.sampled_from(["utf-8", "iso8859-1", "ascii", "euc_jp"]))
def test_no_bytes_break_it(pieces: list[bytes], encoding: str) -> None:
    """Whatever came before, in whatever encoding: what is typed after it is heard."""
    ended = [*pieces, b"    \x1b[201~\r\r\r\r", b"zebra"]

    assert letters(heard(ended, encoding)).endswith("zebra")


def test_letters_between_bytes_that_are_no_text_all_come() -> None:
    """A seeded storm: ten thousand bytes, of which every ASCII one is heard."""
    chance = random.Random(11)
    sent = bytes(chance.choice((*b"abcxyz 123", *range(0x80, 0x100))) for _ in range(10_000))
    typed = "".join(chr(byte) for byte in sent if byte < 0x80)

    assert typed == "".join(one for one in letters(heard([sent])) if one.isascii())
