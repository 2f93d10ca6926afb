"""Reading aloud: what is shown, never what was typed; only when asked for twice, until hidden."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.conversation.events import Answered, Choice, Said
from guide.front.aloud import VOICES, Voice, events_here, find_voice, lines_aloud
from guide.front.chat.draw.text import Action
from guide.front.chat.state import ChatState
from guide.front.plain.app import Plain
from guide.front.terminal import Terminal
from guide.kiosk.read import read_site
from tests.support.chatting import Chat
from tests.support.chatting import chat as open_chat
from tests.support.talking import ROOT, SHIPPED, conversation_over
from tests.support.watching import lives, needs_strace, trace_lines, traced, writes
from tests.test_every_window import led
from tests.test_first_screen import languages, shipped

# Keeps what it was given and how it was called; reads on for as long as it is told to.
READER = """#!{python}
import json, sys, time
words = sys.stdin.buffer.read().decode()
with open({kept!r}, "a") as kept:
    kept.write(json.dumps([sys.argv[1:], words]) + "\\n")
time.sleep({seconds})
"""
ENDING = "young-person no 11-17 sexual asked"
TYPED = "zebra crossing"


class Reader:
    """A pretend espeak-ng, the only program on a path, and what it was given."""

    def __init__(self, folder: Path, seconds: int = 0) -> None:
        self.folder = folder / "commands"
        self.folder.mkdir()
        self._voices: list[Voice] = []
        self._kept = folder / "kept"
        program = self.folder / "espeak-ng"
        program.write_text(
            READER.format(python=sys.executable, kept=str(self._kept), seconds=seconds)
        )
        program.chmod(0o755)

    @property
    def path(self) -> dict[str, str]:
        """An environment that has this reader and no other."""
        return {"PATH": str(self.folder)}

    @property
    def voice(self) -> Voice:
        """A voice that uses it."""
        self._voices.append(find_voice(self.path))
        return self._voices[-1]

    def end(self) -> None:
        """End what still reads."""
        for voice in self._voices:
            voice.stop()
            for process in voice._ended:
                process.wait()

    def read(self, times: int = 1) -> list[tuple[list[str], str]]:
        """How it was called and what it was given, once that has happened so many times."""
        while not self._kept.exists() or self._kept.read_text().count("\n") < times:
            time.sleep(0.02)
        given = [json.loads(line) for line in self._kept.read_text().splitlines()]
        return [(arguments, words) for arguments, words in given]

    @property
    def was_asked(self) -> bool:
        """Whether it was ever started and given something."""
        return self._kept.exists()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """One that reads for a minute, if it is let."""
    reader = Reader(tmp_path, seconds=60)
    yield reader
    reader.end()


def chat_with(voice: Voice, language: str = "en", answers: str = "") -> ChatState:
    """A chat that can read aloud, led to where these answers lead."""
    words = languages().words(language)
    talk = ChatState(Conversation(shipped(), words), languages(), voice)
    for answer in answers.split():
        talk.do(Action("choose", answer))
    return talk


# -- what is read


def test_what_is_asked_is_read_with_its_answers_and_their_numbers() -> None:
    lines = list(lines_aloud(led("young-person").conversation.again()))

    assert "1. Yes." in [line[:7] for line in lines]
    assert any(line.endswith("?") for line in lines)


def test_numbers_are_read_a_digit_at_a_time_and_ages_as_they_are() -> None:
    """As plain mode writes them for whoever listens (decision 13)."""
    said = Said("Call 999, or 0800 1111. You are 11 to 17.")

    assert ["Call 9 9 9, or 0 8 0 0, 1 1 1 1. You are 11 to 17."] == list(lines_aloud([said]))


def test_no_answer_that_was_given_is_read() -> None:
    assert [] == list(lines_aloud([Answered("step", "key", "what I said")]))


def test_an_ending_is_read_with_whom_to_turn_to() -> None:
    """A number digit by digit; a link without what every link begins with."""
    danger = list(lines_aloud(led("young-person yes").conversation.again()))
    report = list(lines_aloud(led(ENDING).conversation.again()))

    assert "Call 9 9 9" in danger
    assert "Go to www.ceop.police.uk/safety-centre" in report


def test_what_stands_everywhere_is_read_last_at_every_question() -> None:
    """By its key, 0: whoever only listens can say that someone is in danger now."""
    asked = list(lines_aloud(events_here(led("young-person").conversation)))
    ended = list(lines_aloud(events_here(led(ENDING).conversation)))

    assert "0. Someone is in danger now." == asked[-1]
    assert "0. Someone is in danger now." not in ended


def test_what_can_be_opened_is_read_by_its_number() -> None:
    """Whoever only listens knows that there is more, and how to come by it."""
    lines = list(lines_aloud(events_here(led(ENDING).conversation)))
    more = lines[lines.index("There is more. Open it by its number, or by its words:") :]

    assert "1. Before you report" == more[1]
    assert "3. Childline, 0 8 0 0, 1 1 1 1, free" == more[3]


def test_what_was_opened_is_read_in_the_chat_and_in_plain_mode(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without all that was heard before it."""
    heard: list[str] = []
    monkeypatch.setattr(Voice, "_read", lambda _, text, __: heard.append(text))
    talk = chat_with(Voice(("espeak-ng",)), answers=ENDING)
    talk.do(Action("open", "say-first"))
    for _ in range(2):
        talk.read_aloud()
    typed = "1\n2\n2\n1\n1\nwhat can i say first?\naloud\naloud\nagain\naloud\nx\n"
    voice = Voice(("espeak-ng",))
    Plain(conversation_over(shipped()), StringIO(), StringIO(typed), voice=voice).run()
    in_chat, in_plain, again = heard

    assert in_chat.startswith("What can I say first?\n\nYou can say: ")
    assert "\n" not in in_chat.partition("You can say: ")[2]
    assert in_plain == in_chat
    assert "Tell the CEOP Safety Centre" in again


# -- when it is read


def test_first_it_says_that_others_may_hear(reader: Reader) -> None:
    """Off until then: the first time it is asked for, nothing is read."""
    talk = chat_with(reader.voice, answers="young-person")
    talk.read_aloud()

    assert phrases.ALOUD_FIRST == talk.remark
    assert "Others may hear. Use headphones." in phrases.ALOUD_FIRST.source
    assert not reader.was_asked


@pytest.mark.parametrize("language", VOICES)
def test_then_it_reads_in_the_languages_own_voice(reader: Reader, language: str) -> None:
    """The text through standard input; no argument holds a word of it, nor what was typed."""
    talk = chat_with(reader.voice, language, "young-person no")
    talk.paste(TYPED)
    talk.read_aloud()
    talk.read_aloud()
    [(arguments, words)] = reader.read()

    assert ["--stdin", "-b", "1", "-v", VOICES[language]] == arguments
    assert "\n\n".join(lines_aloud(events_here(talk.conversation))) == words
    assert TYPED not in words
    assert TYPED == talk.typed


def test_asked_for_while_it_reads_it_stops(reader: Reader) -> None:
    voice = reader.voice
    for _ in range(2):
        voice.turn([Said("Hello.")], "en")
    reader.read()
    assert voice._reader
    process = voice._reader
    voice.turn([Said("Hello.")], "en")

    assert -signal.SIGKILL == process.wait()


def test_a_child_under_eleven_has_the_same_key(reader: Reader) -> None:
    talk = chat_with(reader.voice, answers="young-person no under-11")

    assert "aloud" in [button.does.what for button in talk.buttons]


def test_where_nothing_reads_no_key_is_offered(tmp_path: Path) -> None:
    """Nor in a language without a voice."""
    none = find_voice({"PATH": str(tmp_path)})
    talk = chat_with(none)

    assert "aloud" not in [button.does.what for button in talk.buttons]
    assert not none.speaks("en")
    assert not Voice(("espeak-ng",)).speaks("so")


@pytest.mark.parametrize("program", ["", "no program\n", "#!/bin/sh\nexit 1\n"])
def test_a_reader_that_does_not_run_breaks_nothing(tmp_path: Path, program: str) -> None:
    """One that is gone, is none, or ends before it has read all; it is said once what F10 does."""
    file = tmp_path / "reader"
    if program:
        file.write_text(program, "utf-8")
        file.chmod(0o755)
    voice = Voice((str(file),))
    long = [Said("Hello. " * 50_000)]

    first, then = voice.turn(long, "en"), voice.turn(long, "en")
    runs = voice._reader is not None
    voice.stop()

    assert first == phrases.ALOUD_FIRST
    assert then is None
    assert program.startswith("#!") == runs
    assert voice._reader is None
    for process in voice._ended:
        assert 0 != process.wait()


# -- in the chat and in plain mode


@pytest.mark.parametrize(
    "keys", [("escape",), ("ctrl+c",), ("1",)], ids=["cover", "hide", "answer"]
)
def test_the_chat_is_silent_once_it_is_covered_hidden_or_answered(
    reader: Reader, keys: tuple[str, ...]
) -> None:
    talk = chat_with(reader.voice, answers="young-person")

    async def listen(on: Chat) -> None:
        await on.press("f10")
        assert "Others may hear." in on.shown
        await on.press("f10")
        reader.read()
        process = talk._voice._reader
        assert process
        await on.press(*keys)
        assert -signal.SIGKILL == process.wait()

    open_chat(listen, talk)


def test_a_terminal_that_is_left_is_silent_before_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the guide is made to leave: a signal too."""
    done: list[str] = []
    monkeypatch.setattr("os._exit", lambda _: done.append("gone"))
    monkeypatch.setattr(Terminal, "give_back", lambda _: done.append("wiped"))
    terminal = Terminal.__new__(Terminal)
    terminal.on_leaving = lambda: done.append("silent")
    terminal._signals = {}
    terminal._parent = 0  # that of nobody: who started it has ended
    terminal._leaver = threading.RLock()
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    leave: Callable[[], object] = terminal.leave
    leave()
    signal.pthread_sigmask(signal.SIG_SETMASK, blocked)

    assert ["silent", "wiped", "gone"] == done


def test_plain_mode_reads_where_one_is_and_is_silent_at_the_next_line(tmp_path: Path) -> None:
    """Offered among the words that can be typed, in the words of the button."""
    reader = Reader(tmp_path, seconds=60)
    voice = reader.voice
    out = StringIO()
    typed = StringIO("help\naloud\nread aloud\nx\n")
    Plain(conversation_over(shipped()), out, typed, voice=voice).run()

    assert "Others may hear. Use headphones." in out.getvalue()
    assert "Read aloud" in " ".join(out.getvalue().split())
    assert [-signal.SIGKILL] == [process.wait() for process in voice._ended]


def test_plain_mode_without_a_reader_does_not_name_it() -> None:
    out = StringIO()
    Plain(conversation_over(shipped()), out, StringIO("help\nx\n")).run()

    assert "Read aloud" not in " ".join(out.getvalue().split())


@pytest.mark.parametrize(
    ("says", "expected"), [("", False), ("read-aloud: no\n", False), ("read-aloud: yes\n", True)]
)
def test_a_kiosk_reads_aloud_only_where_its_site_says_so(
    tmp_path: Path, says: str, expected: bool
) -> None:
    site = tmp_path / "site.yaml"
    site.write_text(f"site: Here\n{says}")

    assert expected == read_site(str(site), shipped()).read_aloud


# -- what is left


@needs_strace
def test_the_guide_itself_writes_nothing_and_opens_no_socket_while_it_is_read(
    tmp_path: Path,
) -> None:
    """strace, with a reader that only reads: what the sound system opens is espeak-ng's own."""
    commands = tmp_path / "commands"
    commands.mkdir()
    (commands / "espeak-ng").symlink_to("/bin/true")
    home = tmp_path / "home"
    home.mkdir()
    trace = tmp_path / "trace"
    done = subprocess.run(
        traced(trace, [sys.executable, "-m", "guide", "--plain"]),
        input=f"{TYPED}\naloud\naloud\nx\n",
        capture_output=True,
        encoding="utf-8",
        cwd=home,
        env={**os.environ, "PATH": f"{commands}:/usr/bin:/bin", "PYTHONPATH": str(ROOT),
             "GUIDE_FLOWS": str(SHIPPED), "HOME": str(home)},
        timeout=120,
        check=False,
    )  # fmt: skip
    left = [line for line in writes(trace_lines(trace)) if '"/dev/null"' not in line]

    assert 0 == done.returncode
    assert "Others may hear." in done.stdout
    assert [] == left
    assert [] == list(home.iterdir())


@pytest.mark.skipif(not Path("/usr/bin/setpriv").exists(), reason="setpriv is not on this system")
def test_what_reads_ends_with_a_guide_that_is_killed(tmp_path: Path) -> None:
    """The system sees to that (PR_SET_PDEATHSIG), as nobody else is left to."""
    reader = Reader(tmp_path, seconds=600)
    (reader.folder / "setpriv").symlink_to("/usr/bin/setpriv")
    code = (
        "import sys, time; from guide.front.aloud import find_voice;"
        "from guide.conversation.events import Said; voice = find_voice();"
        "[voice.turn([Said('Hello.')], 'en') for _ in range(2)];"
        "print(voice._reader.pid, flush=True); time.sleep(600)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **reader.path},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout
        reading = int(process.stdout.readline())
        reader.read()
        process.kill()
    while lives(reading):
        time.sleep(0.02)


def test_a_choice_without_a_hint_is_one_sentence() -> None:
    from guide.conversation.events import Topics

    assert ["T", "1. A.", "2. B. C."] == list(
        lines_aloud([Topics("T", (Choice("a", "A"), Choice("b", "B", "C.")))])
    )
