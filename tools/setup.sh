#!/bin/sh
# Makes the folder of packages that the make targets use: sh tools/setup.sh FOLDER REQUIREMENTS
#
# Run before every `make run`, so when all is ready it starts no Python: it compares one file.
# It uses nothing but the shell, a Python and that Python's own pip. Everything it says is for
# the person who typed `make`, and goes to stderr.
# PYTHON names the Python to use; without it the first good one is taken.
set -eu

venv=${1:?}
requirements=${2:?}
oldest=3.11

stop() {
    printf '\n%s\n\n' "$1" >&2
    exit 1
}

# --- Is it ready? --------------------------------------------------------------------------

# "ready" is a copy of the exact requirements, written last: a folder half made never has it.
# bin/python points to a full name such as python3.13 and dangles once that is gone, so a Python
# that was upgraded or removed shows here too.
is_ready() {
    [ -x "$venv/bin/python" ] && cmp -s "$requirements" "$venv/ready" && has_the_python_asked_for
}

has_the_python_asked_for() {
    [ -z "${PYTHON:-}" ] && return
    look_at "$PYTHON"
    [ -d "$venv/lib/python$version" ]
}

# --- Which Python? -------------------------------------------------------------------------

# Old Pythons must be able to run this too, if only to say how old they are.
# The real path: a name like python3 may be another Python after an upgrade.
question='
import os, sys
version = "%d.%d" % sys.version_info[:2]
if sys.version_info < (3, 11):
    fitness = "old"
else:
    try:
        import ensurepip, venv
        fitness = "good"
    except ImportError:
        fitness = "bare"
print(fitness + " " + version + " " + os.path.realpath(sys.executable))
'

# Sets fitness (good, bare: cannot make the folder, old, none), version and path.
look_at() {
    answer=$("$1" -c "$question" 2>/dev/null </dev/null) || answer='none none none'
    fitness=${answer%% *}
    answer=${answer#* }
    version=${answer%% *}
    path=${answer#* }
}

find_python() {
    old='' bare=''
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        # 3.15 last: PyYAML has no ready-made package for it yet, and building one takes longer.
        set -- python3 python3.14 python3.13 python3.12 python3.11 python3.15
    fi
    for name in "$@"; do
        look_at "$name"
        case $fitness in
            good) return ;;
            bare) bare=${bare:-$version} ;;
            old) old=${old:-$version} ;;
        esac
    done
    [ -z "$bare" ] || stop "Python $bare is here, but without the part that sets up packages (venv and ensurepip).
To get it:
  Debian, Ubuntu:  sudo apt install python$bare-venv
  Fedora:          sudo dnf install python3
  other systems:   install Python again from python.org, with pip
Then type the same command again."
    [ -z "$old" ] || stop "The Python here is $old. This guide needs Python $oldest or newer.
$how_to_get_python"
    [ -z "${PYTHON:-}" ] || stop "PYTHON=$PYTHON does not start a Python.
Leave PYTHON out, or give the name or full path of a Python $oldest or newer."
    stop "There is no Python here. This guide needs Python $oldest or newer.
$how_to_get_python"
}

how_to_get_python="To get one:
  Debian, Ubuntu:  sudo apt install python3 python3-venv
  Fedora:          sudo dnf install python3
  macOS:           brew install python
  any system:      the installers at python.org
Then type the same command again. If it has a name of its own: make run PYTHON=/its/full/path"

# --- Make it -------------------------------------------------------------------------------

# setup.log marks a folder as ours from the first moment, so that nothing of anybody else's is
# ever removed, whatever FOLDER was given.
make_empty_folder() {
    if [ -d "$venv" ] && [ ! -e "$venv/setup.log" ] && [ -n "$(ls -A "$venv")" ]; then
        stop "The folder $venv was not made by this command, so it is left alone.
Move it away, then type the same command again."
    fi
    { mkdir -p "$venv" && touch "$venv/setup.log"; } 2>/dev/null ||
        stop "Nothing can be written to $venv: this folder may be read-only, or the disk full.
Copy the whole project to a folder of your own, then type the same command again."
    # "ready" goes first: stopped half way, this is a half-made folder and is made again.
    for part in ready pyvenv.cfg bin include lib lib64 share; do
        rm -rf "${venv:?}/$part"
    done
}

install() {
    "$path" -m venv "$venv" &&
        "$venv/bin/python" -m pip install --no-input --disable-pip-version-check \
            --require-hashes -r "$requirements"
}

why_install_failed() {
    printf '\nWhat it said last:\n' >&2
    tail -n 5 "$venv/setup.log" | sed 's/^/  /' >&2
    if grep -q 'DO NOT MATCH THE HASHES' "$venv/setup.log"; then
        stop "A package that was downloaded is not the one this project was tested with, so nothing was
installed. Try again on another network; if it happens again, tell the project."
    fi
    stop "The packages could not be installed. Most often the internet could not be reached:
check the connection (at work or school: ask for pip to be let through), then type the same
command again. All that was said is in $venv/setup.log"
}

# The project itself stays where it is; the .pth line lets bin/python find it from any folder. The
# line is relative, so the checkout may move and its path may have any letters (Python 3.11 and
# 3.12 read a .pth in the terminal's encoding, and LANG=C cannot read an accent).
add_the_project() {
    case $venv in
        */*) return ;; # not beside the project: found when started from the checkout, as make does
    esac
    for site in "$venv"/lib/python*/site-packages; do
        echo ../../../.. >"$site/should-i-report.pth"
    done
}

if ! is_ready; then
    find_python
    make_empty_folder
    printf 'Setting up with Python %s, once. This takes about a minute and needs the internet.\n' \
        "$version" >&2
    install >"$venv/setup.log" 2>&1 </dev/null || why_install_failed
    add_the_project
    cp "$requirements" "$venv/ready"
fi
