# Thin on purpose: every verb is `python3 tasks.py VERB`, which works without make and on Windows too.
# Arguments for the verb's program: make test ARGS="tests/domain -k rounding"
PYTHON ?= python3
VERBS := setup demo test lint bench prove screens package docs doctor

.PHONY: help $(VERBS)

help:
	@$(PYTHON) tasks.py --help

$(VERBS):
	@$(PYTHON) tasks.py $@ $(ARGS)
