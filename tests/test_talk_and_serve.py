"""`guide talk --jsonl` and `guide serve`, each as another program or a host starts it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support.locales import make, reviewed, strange
from tests.support.talking import ROOT, TINY, guide


def talk(*lines: object, arguments: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """What is answered to these lines, the first answer being to none."""
    typed = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    done = guide("talk", "--jsonl", *arguments, typed=typed)
    assert (0, "") == (done.returncode, done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def asked(answer: dict[str, Any]) -> str:
    """The question that is waiting."""
    return str(answer["events"][-1]["step"])


def test_a_conversation_in_lines_from_the_first_question_to_an_ending() -> None:
    first, second, *_, last = talk({"choose": "no"}, {"choose": "under-11"}, {"choose": "sexual"})
    assert ("danger", ["yes", "no", "not-sure"]) == (asked(first), first["choices"])
    assert "age" == asked(second)
    fields = {
        "events", "choices", "standing", "help", "finished", "confirming", "language",
    }  # fmt: skip
    assert fields == set(last)
    assert any("999" in line for line in last["help"])


@pytest.mark.parametrize("line", [{"again": True}, {"help": True}, {"topics": True}])
def test_what_is_asked_for_beside_answers_moves_nothing(line: dict[str, bool]) -> None:
    before, _, after = talk(line, {"again": True})
    assert before["choices"] == after["choices"]


def test_back_and_restart_come_where_they_say() -> None:
    first, _, _, back, restarted = talk(
        {"choose": "no"}, {"choose": "under-11"}, {"back": True}, {"restart": True}
    )
    assert "age" == asked(back)
    assert asked(first) == asked(restarted)


WRONG = {
    "no JSON": ("choose no", "this line is no JSON"),
    "nothing": ("", "this line is no JSON"),
    "what is not wanted": ('{"back": false}', '"back" takes true'),
    "a text where there is none": ('{"restart": "no"}', '"restart" takes true'),
    "two things": ('{"choose": "no", "help": true}', "ask for one thing"),
    "a list": ("[1]", "ask for one thing"),
    "unknown": ('{"dance": true}', 'there is no "dance"'),
    "not offered": ('{"choose": "maybe"}', '"maybe" is not offered here'),
    "nothing to choose": ('{"choose": null}', '"choose" takes a text'),
    "a list to choose": ('{"choose": ["no"]}', '"choose" takes a text'),
    "a number typed": ('{"type": 999}', '"type" takes a text'),
    "no such language": ('{"language": "xx"}', 'there is no language "xx"; there is: en, cy'),
    "a path": ('{"language": "../../locales/cy"}', "there is no language"),
    "half a character": ('{"choose": "\\ud800"}', "is not offered here"),
    "half a character as a name": ('{"\\ud800": true}', "ask for one of"),
    "deeper than anything": ("[" * 200_000, "this line is no JSON"),
    "no such topic": ('{"open": "football"}', '"football" is not offered here'),
}


@pytest.mark.parametrize(("line", "error"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_done_is_told_and_changes_nothing(line: str, error: str) -> None:
    """And the conversation goes on."""
    first, wrong, after = talk(line, {"again": True})
    assert {"error"} == set(wrong)
    assert error in wrong["error"]
    assert asked(first) == asked(after)


def test_a_mark_of_the_byte_order_is_passed_over() -> None:
    """As programs on Windows begin."""
    _, again = talk('\ufeff{"again": true}')
    assert "error" not in again


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_both_ends_are_utf_8_whatever_the_terminal_speaks(encoding: str, tmp_path: Path) -> None:
    """As on Windows; the language asked for is spoken, and a byte that is no UTF-8 is an error."""
    locales = make(tmp_path, reviewed, "ur")
    lines = '{"choose": "\u044c"}\n'.encode(), b'{"type": "\xff"}\n', b'{"again": true}\n'
    done = subprocess.run(
        [sys.executable, "-m", "guide", "talk", "--jsonl", "--locale", "ur", "--locales", locales],
        input=b"".join(lines),
        capture_output=True,
        env={**os.environ, "GUIDE_FLOWS": str(TINY), "PYTHONIOENCODING": encoding},
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert (0, b"") == (done.returncode, done.stderr)
    first, wrong, no_utf_8, again = map(json.loads, done.stdout.decode("utf-8").splitlines())
    assert {"error": '"\u044c" is not offered here'} == wrong
    assert {"error": "this line is no JSON"} == no_utf_8
    assert "ur" == first["language"]
    assert strange("Is anyone in danger now?") in first["events"][-1]["text"]
    assert asked(first) == asked(again)


def test_a_program_that_asks_nothing_gets_the_first_answer() -> None:
    """Even where it gives no standard input at all."""
    command = [sys.executable, "-m", "guide", "talk", "--jsonl"]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *command],
        capture_output=True,
        env={**os.environ, "GUIDE_FLOWS": str(TINY)},
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert (0, b"") == (done.returncode, done.stderr)
    assert "danger" == asked(json.loads(done.stdout))


def test_each_line_is_answered_before_the_next_is_read() -> None:
    """A program may wait for an answer before it asks again: nothing waits for the end."""
    with subprocess.Popen(
        [sys.executable, "-m", "guide", "talk", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "GUIDE_FLOWS": str(TINY)},
        cwd=ROOT,
        encoding="utf-8",
    ) as process:
        assert process.stdin
        assert process.stdout
        assert "danger" == asked(json.loads(process.stdout.readline()))
        process.stdin.write('{"choose": "no"}\n')
        process.stdin.flush()
        assert "age" == asked(json.loads(process.stdout.readline()))
        process.stdin.close()
        assert 0 == process.wait(60)


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`guide serve` of the smallest flows, and the address it tells."""
    environment = {**os.environ, "GUIDE_FLOWS": str(TINY), "TMPDIR": str(folder)}
    command = [sys.executable, "-m", "guide", "serve", "--port", "0", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=ROOT,
        encoding="utf-8",
    ) as process:  # fmt: skip
        try:
            assert process.stderr
            told = next(line for line in process.stderr if line.startswith("http://"))
            yield process, told.split()[0]
        finally:
            process.kill()


def test_the_preview_is_for_this_machine_alone_notes_nothing_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    """What is asked of it is written nowhere, nor are its pages: killed, it leaves nothing."""
    with serving(tmp_path, "--locale", "en") as (process, address):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/en\.html", address)
        page = urllib.request.urlopen(address, timeout=30).read().decode()
        assert "<title>Information</title>" in page
        first = urllib.request.urlopen(address.removesuffix("en.html"), timeout=30)
        assert page == first.read().decode()
        asked = urllib.request.Request(address, method="HEAD")
        with urllib.request.urlopen(asked, timeout=30) as told:
            assert str(len(page.encode())) == told.headers["Content-Length"]
            assert b"" == told.read()
        assert [] == list(tmp_path.iterdir())
        port = int(address.split(":")[2].split("/")[0])
        for family, *_, (host, *_) in socket.getaddrinfo(socket.gethostname(), None):
            if not str(host).startswith("127.") and host != "::1":
                with socket.socket(family) as outside:
                    assert outside.connect_ex((host, port))
        process.send_signal(signal.SIGINT)
        out, rest = process.communicate(timeout=60)
    assert (0, "", "") == (process.returncode, out, rest)


@pytest.mark.parametrize("path", ["/pyproject.toml", "/en.html/x"])
def test_the_preview_has_its_pages_and_nothing_else(tmp_path: Path, path: str) -> None:
    with (
        serving(tmp_path, "--locale", "en") as (_, address),
        pytest.raises(urllib.error.HTTPError, match="404"),
    ):
        urllib.request.urlopen(address.replace("/en.html", path), timeout=30)


def test_the_preview_is_never_for_others_and_says_why() -> None:
    done = guide("serve", "--lan")
    assert 2 == done.returncode
    assert "guide export html DIR" in done.stderr


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = guide("serve", "--port", str(port), "--locale", "en")
    assert 2 == done.returncode
    assert f"port {port} cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
