"""`python -m tools.release` makes all files of a release, the same bytes each time, in dist/.

A wheel, the sdist it is built from, the web pages in one archive, the packages that were tested
with their hashes, the guide's fingerprint, and the SHA-256 of each of these.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

from guide import VERSION
from guide.fingerprint import fingerprint, manifest

ROOT = Path(__file__).resolve().parent.parent
SUMS = "SHA256SUMS"
FINGERPRINT = "FINGERPRINT"
PACKAGES = "requirements.txt"

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip archive can say; when a file was made is nothing to a reader."""
_READABLE = 0o644 << 16
"""How a zip archive says that all may read a file (external attributes of Unix)."""


def main() -> int:
    """Make the release; the files and their sums are told."""
    folder = ROOT / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", _when())}
    # The wheel is built from the sdist, so what is in one is enough for the other.
    _run(["-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)], environment)
    pages = folder / "web"
    _run(["-m", "guide", "export", "html", str(pages)], environment)
    pack(pages, folder / f"should-i-report-{VERSION}-web.zip")
    shutil.rmtree(pages)
    shutil.copyfile(ROOT / "requirements" / "run.txt", folder / PACKAGES)
    whole = fingerprint(manifest(str(ROOT / "flows"), str(ROOT / "locales")))
    (folder / FINGERPRINT).write_text(f"{whole}\n", "utf-8")
    sums = "".join(f"{digest}  {name}\n" for name, digest in digests(folder).items())
    (folder / SUMS).write_text(sums, "utf-8")
    print(f"{sums}{whole}  the guide (guide verify)")
    return 0


def pack(folder: Path, archive: Path) -> None:
    """All files of a folder in one archive, in one order and with one date."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            packed.writestr(entry, path.read_bytes())


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a folder, by its name."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def _when() -> str:
    """The second of the last commit, as SOURCE_DATE_EPOCH has it; the first one without git."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError):
        return "315532800"  # the first day of 1980: a zip archive knows none before
    return done.stdout.strip()


def _run(arguments: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise SystemExit(
            f"{' '.join(arguments)} ended with {done.returncode}. Nothing is released."
        )


if __name__ == "__main__":
    raise SystemExit(main())
