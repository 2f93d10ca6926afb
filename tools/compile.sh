#!/bin/sh
# Compiles the guide, its flows and its languages where a source is newer: sh tools/compile.sh FOLDER
#
# Run before every `make run`, so it starts no Python when nothing changed. The guide checks what
# is compiled against the sources itself and works without it, only slower; so where this fails
# (a fault in a flow, a read-only folder) nothing is said here: `make check` names the faults.
set -eu

python=${1:?}/bin/python
stamp=flows/flows.compiled

newer_sources() {
    find guide flows locales "$1/ready" -newer "$stamp" \
        \( -name '*.py' -o -name '*.yaml' -o -name '*.po' -o -name ready \) 2>/dev/null || :
}

if [ ! -e "$stamp" ] || [ -n "$(newer_sources "$1")" ]; then
    # The guide itself leaves no bytecode behind, so it is made here.
    { "$python" -m compileall -q guide && "$python" -m guide.compiled; } >/dev/null 2>&1 || :
fi
