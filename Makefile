# The commands people type. `make help` lists them.
# ARGS passes words on: make run ARGS="--plain", make test ARGS="-k kiosk".
# PYTHON picks the Python: make test PYTHON=python3.13.

VENV = .venv
TEST_VENV = .venv-test
BENCH_VENV = .venv-bench
WEB_VENV = .venv-web
TRAIN_VENV = .venv-train
GUIDE = "$(VENV)/bin/python" -m guide
TEST_PYTHON = "$(TEST_VENV)/bin/python"

# Each is quick when there is nothing to do. A person who runs the guide needs no test tools.
SETUP_RUN = sh tools/setup.sh "$(VENV)" requirements/run.txt
SETUP_TEST = sh tools/setup.sh "$(TEST_VENV)" requirements/test.txt
SETUP_WEB = sh tools/setup.sh "$(WEB_VENV)" requirements/web.txt
SETUP_BENCH = sh tools/setup.sh "$(BENCH_VENV)" requirements/bench.txt
SETUP_TRAIN = sh tools/setup.sh "$(TRAIN_VENV)" requirements/train.txt

# The first thing a person sees is the guide's, not make's.
MAKEFLAGS += --no-print-directory

.PHONY: help run test soak web world release train uncompile bench lint check shape transcripts screens compile clean

help:
	@echo 'make run          start the guide (sets up what it needs the first time)'
	@echo 'make test         lint, types and every test'
	@echo 'make soak         the tests that take minutes'
	@echo 'make web          the pages in browsers: all walks, traces, looks (Chromium, Firefox)'
	@echo 'make world        try the guide with the newest and the oldest of every package, on each Python here, and in Wine'
	@echo 'make release      make the files of a release in dist: wheel, sdist, web pages, checksums'
	@echo 'make train        train the learned ear anew, after a change of its sentences'
	@echo 'make bench        measure speed and size'
	@echo 'make lint         lint and types only'
	@echo 'make shape        measure the shape of the code: sizes, rings, names'
	@echo 'make check        every fault of the flows, the safety rules and the languages'
	@echo 'make transcripts  rewrite the golden conversations; read the difference before you keep it'
	@echo 'make screens      make the pictures of the screens anew'
	@echo 'make compile      compile the guide, the flows and the languages, as a release does'
	@echo 'make uncompile    remove what is compiled of the flows and the languages'
	@echo 'make clean        remove everything made here'

run:
	@$(SETUP_RUN)
	@sh tools/compile.sh "$(VENV)"
	@$(GUIDE) $(ARGS)

lint:
	@$(SETUP_TEST)
	@$(TEST_PYTHON) -m ruff check
	@$(TEST_PYTHON) -m ruff format --check
	@$(TEST_PYTHON) -m mypy

# pytest comes last, so its closing line is the last one printed. All processors share the tests,
# a file of them at a time, in the order of tests/conftest.py: the longest files first.
# Hundreds of tests start a guide of their own: none of those compiles its modules again.
test: lint uncompile
	@$(TEST_PYTHON) -m compileall -q guide
	@$(TEST_PYTHON) -m pytest -n auto --dist loadfile --no-loadscope-reorder --durations=10 $(ARGS)

soak: uncompile
	@$(SETUP_TEST)
	@$(TEST_PYTHON) -m pytest -m soak $(ARGS)

# Needs the network: each world is a folder of its own with packages of its own.
world: uncompile
	@$(SETUP_TEST)
	@$(TEST_PYTHON) -m pytest -m soak tests/test_world.py tests/test_wine.py $(ARGS)

# The same bytes each time, of the same commit (SOURCE_DATE_EPOCH is the second of the last one).
release: uncompile
	@$(SETUP_TEST)
	@$(TEST_PYTHON) -m tools.release

# Uses the browsers of this machine; what is missing is told, and its tests are left out.
web: uncompile
	@$(SETUP_WEB)
	@"$(WEB_VENV)/bin/python" -m pytest tests/web -m "web and not soak" -n auto --dist loadfile --durations=10 $(ARGS)

# What it makes is kept and read by all; only this needs scikit-learn.
train: uncompile
	@$(SETUP_TRAIN)
	@"$(TRAIN_VENV)/bin/python" -m tools.train_ear

# What the code of another day compiled is read by no test; `make run` makes it anew.
uncompile:
	@find flows locales -name '*.compiled' -exec rm -f {} +

bench:
	@$(SETUP_BENCH)
	@"$(BENCH_VENV)/bin/python" -m tests.bench $(ARGS)

shape:
	@$(SETUP_TEST)
	@$(TEST_PYTHON) -m tools.shape $(ARGS)

check:
	@$(SETUP_RUN)
	@$(GUIDE) check $(ARGS)

transcripts: uncompile
	@$(SETUP_TEST)
	@$(TEST_PYTHON) -m pytest --update $(ARGS)

screens:
	@$(SETUP_TEST)
	@$(TEST_PYTHON) -m tests.support.screens

compile:
	@$(SETUP_RUN)
	@"$(VENV)/bin/python" -m compileall -q guide
	@"$(VENV)/bin/python" -m guide.compiled

# Only the usual names, never "$(VENV)": that could be any folder.
clean:
	@rm -rf .venv .venv-test .venv-bench .venv-web .venv-train build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find $(wildcard guide flows locales tests) \( -name __pycache__ -o -name '*.compiled' \) \
		-prune -exec rm -rf {} +
