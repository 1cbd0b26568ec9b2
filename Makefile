# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

OCTAVE ?= octave
BUILD ?= build
SUITES ?= core sanitize octave cli

# Debian's names of all that is needed to build, to test and to run the examples ...
PACKAGES ?= make gcc octave octave-dev libopenblas0-pthread zlib1g-dev gnuplot-nox \
  fonts-freefont-otf libcmocka-dev bats
# ... and to check the style, beside MISS_HIT from PyPI.
LINT_PACKAGES ?= clang clang-format python3-venv
# ... and to look deeper ...
CHECK_PACKAGES ?= clang-tidy cppcheck gcovr
# ... and for the benchmark, whose peers come from PyPI.
BENCH_PACKAGES ?= libopenblas0-pthread python3 python3-venv
MISS_HIT := miss-hit==0.9.44

VERSION := $(shell sed -n 's/^Version: *//p' DESCRIPTION)
NAME := nnreg-$(VERSION)
TARBALL := $(BUILD)/$(NAME).tar.gz
RUN_OCTAVE := $(OCTAVE) --no-gui --norc --no-history --quiet
CSRC := $(MAKE) -C csrc -j$(shell nproc)
C_FILES = $(shell find csrc tests -name '*.[ch]')

# PREFIX=DIR keeps clear of the user's own packages; Octave finds DIR in two variables.
ifdef PREFIX
override PREFIX := $(abspath $(PREFIX))
PKG_ENV := XDG_DATA_HOME='$(PREFIX)' XDG_CONFIG_HOME='$(PREFIX)'
LOCAL := -local
endif

MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help deps dist install uninstall demo demo-mnist test fuzz analyse tsan coverage lint format dev clean \
  core-tests test-prefix warnings bench bench-quick bench-ready FORCE

help: ## prints this list
	@echo "nnreg $(VERSION): make TARGET [PREFIX=DIR] [OPENBLAS=FILE]"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 14

deps: ## installs what is missing, from Debian's packages
	@sh tests/setup.sh $(PACKAGES)

dist: $(TARBALL) ## makes the package, build/nnreg-VERSION.tar.gz, always the same bytes
	@echo $(TARBALL)

install: $(TARBALL) ## installs that package, in PREFIX if given
	@$(PKG_ENV) $(RUN_OCTAVE) --eval "pkg install $(LOCAL) $(TARBALL)"
	@echo "Installed. Start $(OCTAVE)$(if $(PREFIX), with $(PKG_ENV)) and type: pkg load nnreg"

uninstall: ## removes the installed package, from PREFIX if given
	$(PKG_ENV) $(RUN_OCTAVE) --eval "pkg uninstall $(LOCAL) nnreg"

demo: deps install ## installs, then trains on the digits that ship with the package
	$(PKG_ENV) $(RUN_OCTAVE) examples/digits_demo.m

demo-mnist: deps install ## the same for MNIST, penalties compared
	$(PKG_ENV) $(RUN_OCTAVE) examples/mnist_l1_l2.m

test: deps ## runs every test against the package; ends with "N passed, N failed"
	@tests/run.sh $(SUITES)

analyse: ## runs cppcheck, clang-tidy and GCC's analyser, a minute
	@sh tests/setup.sh $(CHECK_PACKAGES)
	@tests/analyse.sh

tsan: deps ## runs the core's tests under ThreadSanitizer
	@tests/run.sh tsan

coverage: ## says which lines and branches of the core its tests run, in build/coverage
	@sh tests/setup.sh $(CHECK_PACKAGES)
	@tests/coverage.sh

fuzz: deps ## calls everything 100,000 times with wild arguments, half an hour [CALLS=N SEED=N]
	@NNREG_CALLS=$(or $(CALLS),100000) NNREG_SEED=$(or $(SEED),2) bats tests/cli/fuzz.bats

lint: $(BUILD)/venv/bin/mh_lint ## checks format, style, and warnings of GCC and Clang
	@tests/lint.sh

format: ## formats the C files
	clang-format -i --style=file:csrc/.clang-format $(C_FILES)

dev: ## builds into build/dev, for addpath beside octave/
	$(CSRC) OBJDIR=../$(BUILD)/core MEXDIR=../$(BUILD)/dev

bench: bench-ready ## times nnreg beside its peers, over an hour [WORKLOADS="..." REPEATS=5 TORCH=1 LONG=1]
	@$(RUN_BENCH) $(if $(TORCH),--torch) $(if $(LONG),--long)

bench-quick: bench-ready ## the same in two minutes: the bare products, pure Octave, no peers
	@$(RUN_BENCH) --quick

clean: ## removes all that was made
	$(MAKE) -C csrc clean
	rm -rf $(BUILD)

# ------------------------------------------------------------------ Tarball --

# The time in the tarball: of the last commit, else of the release.
SOURCE_DATE_EPOCH ?= $(or \
  $(if $(wildcard .git),$(shell git log -1 --format=%ct 2>/dev/null)), \
  $(shell date -u -d "$$(sed -n 's/^Date: *//p' DESCRIPTION)" +%s))

# Replaced only if its bytes change, so that nothing is installed twice.
$(TARBALL): FORCE
	@mkdir -p $(BUILD)
	@tar --create --format=ustar --sort=name --mtime=@$(SOURCE_DATE_EPOCH) \
	  --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
	  --exclude='.*' --exclude='*~' --exclude='*.cfg' --exclude=csrc/objects --exclude='*.mex' \
	  --transform='s,^csrc,src,;s,^octave,inst,;s,^,$(NAME)/,' \
	  COPYING DESCRIPTION INDEX NEWS csrc octave | gzip -n -9 > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# -------------------------------------------------------------------- Tests --

# The package in a clean prefix, as the tests want it.
test-prefix: $(BUILD)/prefix/installed

$(BUILD)/prefix/installed: $(TARBALL)
	@rm -rf $(@D)
	@$(MAKE) install PREFIX=$(@D)
	@touch $@

CORE_TESTS := $(patsubst tests/core/%.c,$(BUILD)/tests/%,$(wildcard tests/core/test_*.c))
TEST_HELPERS := $(filter-out tests/core/test_%,$(wildcard tests/core/*.c))
TEST_FLAGS = -std=c11 -g -Wall -Wextra -Wconversion -Wshadow $(WERROR) $(CFLAGS) \
  -Icsrc/include -Icsrc/core

core-tests: $(CORE_TESTS)

$(BUILD)/core/libnnreg.a: FORCE
	@$(CSRC) --silent core OBJDIR=../$(BUILD)/core

$(BUILD)/tests/%: tests/core/%.c $(TEST_HELPERS) $(wildcard tests/core/*.h) $(BUILD)/core/libnnreg.a
	@mkdir -p $(@D)
	@$(CC) $(TEST_FLAGS) $(filter %.c %.a,$^) -o $@ -lcmocka -lz -ldl -lpthread -lm

warnings: core-tests
	@$(CSRC) --silent objects OBJDIR=../$(BUILD)/core

$(BUILD)/venv/bin/mh_lint:
	@sh tests/setup.sh $(LINT_PACKAGES)
	python3 -m venv $(BUILD)/venv
	$(BUILD)/venv/bin/pip install --quiet $(MISS_HIT)

# ---------------------------------------------------------------- Benchmark --

RUN_BENCH = OCTAVE='$(OCTAVE)' PYTHONDONTWRITEBYTECODE=1 python3 tests/bench/run.py \
  --build $(BUILD) $(if $(WORKLOADS),--workloads $(WORKLOADS)) $(if $(REPEATS),--repeats $(REPEATS))

bench-ready: dev $(BUILD)/bench/floor
	@sh tests/setup.sh $(BENCH_PACKAGES)

$(BUILD)/bench/floor: tests/bench/floor.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O2 -Wall -Wextra -Wconversion -Wshadow $(WERROR) $< -o $@ -l:libopenblas.so.0
