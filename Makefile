# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

OCTAVE ?= octave
BUILD ?= build
SUITES ?= core sanitize octave course cli slurm

# The repository's address, for releases.
URL ?= $(shell sed -n 's/^Url: *//p' DESCRIPTION)

# Debian packages to build, to test and to run the examples ...
PACKAGES ?= make gcc octave octave-dev libopenblas0-pthread zlib1g-dev gnuplot-nox \
  fonts-freefont-otf libopenblas0-openmp libcmocka-dev bats octave-doctest texinfo python3 procps
# ... and to check the style, beside MISS_HIT from PyPI.
LINT_PACKAGES ?= clang clang-format python3-venv shellcheck shfmt
# ... and to look deeper ...
CHECK_PACKAGES ?= clang-tidy cppcheck gcovr
# ... to fuzz the core, with libFuzzer and stacks that have names ...
FUZZ_PACKAGES ?= clang libclang-rt-dev llvm
# ... for memory ...
VALGRIND_PACKAGES ?= valgrind
# ... to run the core's tests as ARM code, from Debian's architecture arm64 ...
ARM_PACKAGES ?= gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user \
  libopenblas0-pthread:arm64 libcmocka-dev:arm64 zlib1g-dev:arm64
# ... with musl ...
MUSL_PACKAGES ?= musl-tools xz-utils bzip2 python3-venv
# ... for Windows, and to run that ...
WINDOWS_PACKAGES ?= gcc-mingw-w64-x86-64-win32 libz-mingw-w64-dev wine64 wine octave-dev \
  xz-utils python3-venv
# ... for macOS ...
MACOS_PACKAGES ?= octave-dev llvm python3-venv
# ... and for the tests of searches on a cluster, which skip if these cannot be installed.
SLURM_PACKAGES ?= slurm-wlm munge
# ... and to make chroots of Debian's releases, for their Octaves.
OCTAVES_PACKAGES ?= debootstrap
# ... and for the benchmark; its peers come from PyPI.
BENCH_PACKAGES ?= libopenblas0-pthread python3 python3-venv
# ... where linear models stand beside R's glmnet, and numpy judges ...
LINEAR_PACKAGES ?= python3-numpy python3-scipy python3-venv r-cran-glmnet
# ... to compare nnreg with numpy, scikit-learn and pandas ...
DIFFERENTIAL_PACKAGES ?= python3-numpy python3-scipy python3-sklearn python3-pandas
MISS_HIT := miss-hit==0.9.44
# ... and to run exported models, from PyPI.
ONNX := onnx==1.23.2 onnxruntime==1.32.0
# ... and for scikit-learn's checks of estimators, of which Debian's version lacks some.
SKLEARN := scikit-learn==1.9.1 numpy==2.4.6 scipy==1.17.1 pandas==2.3.3
# ... and to run the tutorial's notebook; its kernel makes pictures with Ghostscript.
NOTEBOOK_PACKAGES ?= python3-venv ghostscript
NOTEBOOK := nbclient==0.11.0 ipykernel==7.4.0 octave_kernel==1.1.1

VERSION := $(shell sed -n 's/^Version: *//p' DESCRIPTION)
NAME := nnreg-$(VERSION)
TARBALL := $(BUILD)/$(NAME).tar.gz
RUN_OCTAVE := $(OCTAVE) --no-gui --norc --no-history --quiet
CSRC := $(MAKE) -C csrc -j$(shell nproc)
C_FILES = $(shell find csrc tests -name '*.[ch]')

include csrc/flags.mk

# $(call quoted,TEXT): one word for the shell.
quoted = '$(subst ','\'',$1)'
# $(call packages_in,DIR): Octave's packages are there.
packages_in = $(foreach name,XDG_DATA_HOME XDG_CONFIG_HOME,$(name)=$(call quoted,$1))
TEST_ENV = $(call packages_in,$(CURDIR)/$(BUILD)/prefix)

# $(call unfit,DIR): letters in it with which pkg install fails: it gives DIR to a shell in double
# quotes, and Octave's path has colons between folders.
unfit = $(strip $(foreach letter,$$ " ` \ :,$(findstring $(letter),$1)))

# PREFIX=DIR leaves the user's own packages alone; Octave finds DIR through two variables.
ifdef PREFIX
# (abspath splits at spaces, so each is another letter meanwhile.)
SPACE := $(subst ,, )
override PREFIX := $(subst ␠,$(SPACE),$(abspath $(subst $(SPACE),␠,$(value PREFIX))))
UNFIT := $(call unfit,$(PREFIX))
ifneq ($(UNFIT),)
$(error Octave cannot install packages in a folder with $(UNFIT) in its name, PREFIX=$(PREFIX))
endif
PKG_ENV := $(call packages_in,$(PREFIX))
LOCAL := -local
endif

MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help deps dist course install uninstall demo demo-mnist test fuzz fuzz-core interrupt kill soak differential no-leak long-examples octaves release analyse asan tsan valgrind coverage arm musl windows macos lint format dev doc clean \
  core-tests estimator-checks differential-quick differential-ready fuzzers fuzz-ready valgrind-quick onnx-python notebook-python test-prefix musl-ready windows-ready macos-ready slurm-ready warnings bench bench-quick bench-short bench-paste bench-linear bench-search bench-small bench-defaults bench-ready linear-ready FORCE

help: ## prints this list
	@echo "nnreg $(VERSION): make TARGET [PREFIX=DIR] [OPENBLAS=FILE]"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 14

deps: ## installs what is missing, from Debian's packages
	@sh tests/setup.sh $(PACKAGES)

dist: $(TARBALL) ## makes the package, build/nnreg-VERSION.tar.gz, always the same bytes
	@echo $(TARBALL)

course: test-prefix ## makes the course kits, build/nnreg-course-student.tar.gz and -teacher.tar.gz
	@rm -rf $(BUILD)/course && mkdir -p $(BUILD)/course
	@$(TEST_ENV) $(RUN_OCTAVE) --path tests/tools --eval "pkg load nnreg; \
	  make_course (pwd (), '$(BUILD)/course')"
	@$(call pack_course,teacher)
	@$(call pack_course,student)

install: $(TARBALL) ## installs that package, in PREFIX if given
	@echo 'Compiling and installing nnreg, a minute or two ...'
	@$(if $(call unfit,$(value TMPDIR))$(findstring ',$(value TMPDIR)),TMPDIR=/tmp) $(PKG_ENV) \
	  $(RUN_OCTAVE) --eval "pkg install $(LOCAL) $(TARBALL)"
	@printf '%s\n' $(call quoted,Installed. Start $(OCTAVE)$(if $(PREFIX), with $(PKG_ENV)) and type: pkg load nnreg)

uninstall: ## removes the installed package, from PREFIX if given
	$(PKG_ENV) $(RUN_OCTAVE) --eval "pkg uninstall $(LOCAL) nnreg"

demo: deps install ## installs, then trains on the digits that ship with the package
	$(PKG_ENV) $(RUN_OCTAVE) examples/digits_demo.m

demo-mnist: deps install ## the same for MNIST, penalties compared
	$(PKG_ENV) $(RUN_OCTAVE) examples/mnist_l1_l2.m

test: deps ## runs every test against the package; ends with "N passed, N failed" [SUITES="core cli"]
	@tests/run.sh $(SUITES)

analyse: ## runs cppcheck, clang-tidy and GCC's analyser, a minute
	@sh tests/setup.sh $(CHECK_PACKAGES)
	@tests/analyse.sh

asan: deps ## runs the core's tests, a walk, wild calls and the tests in Octave under ASan and UBSan [CALLS=N SEED=N]
	@NNREG_WHOLE=1 ASAN_PART=all NNREG_CALLS=$(or $(CALLS),10000) NNREG_SEED=$(or $(SEED),2) tests/run.sh sanitize asan

tsan: deps ## runs the core's tests under ThreadSanitizer
	@NNREG_WHOLE=1 TSAN_WITHOUT=test_large tests/run.sh tsan

valgrind: deps dev ## runs the core's tests and a walk through nnreg in Octave under memcheck
	@sh tests/setup.sh $(VALGRIND_PACKAGES)
	@tests/valgrind.sh all

valgrind-quick: dev
	@sh tests/setup.sh $(VALGRIND_PACKAGES)
	@tests/valgrind.sh quick

coverage: ## says which lines and branches of the core its tests run, in build/coverage
	@sh tests/setup.sh $(CHECK_PACKAGES)
	@tests/coverage.sh

arm: ## runs the core's tests as ARM code in an emulator (adds Debian's architecture arm64)
	@dpkg --print-foreign-architectures | grep -qx arm64 || dpkg --add-architecture arm64
	@sh tests/setup.sh $(ARM_PACKAGES)
	@tests/run.sh arm

musl: ## runs the core's tests with musl instead of glibc
	@NNREG_WHOLE=1 tests/run.sh musl

windows: deps ## compiles core and gateways for Windows, and runs the core's tests by wine
	@tests/run.sh windows

macos: ## compiles and links core and gateways for macOS, both processors
	@tests/run.sh macos

fuzz: deps ## wild arguments for all functions, bytes changed in files, an hour [CALLS=N CHANGES=N SEED=N]
	@NNREG_CALLS=$(or $(CALLS),100000) NNREG_CHANGES=$(or $(CHANGES),20000) NNREG_SEED=$(or $(SEED),2) bats tests/cli/fuzz.bats

fuzz-core: deps ## gives libFuzzer the core's readers and checks, an hour [SECONDS=N FUZZERS="fuzz_idx"]
	@tests/fuzz/run.sh $(or $(SECONDS),600) $(FUZZERS)

interrupt: deps ## presses Ctrl-C at 20 moments of each kind of call, minutes [MOMENTS=N SEED=N]
	@NNREG_INTERRUPTS=$(or $(MOMENTS),20) NNREG_SEED=$(or $(SEED),2) bats tests/cli/interrupt.bats

kill: deps ## kills a training, a path and a search at 50 moments each, minutes [KILLS=N]
	@NNREG_KILLS=$(or $(KILLS),50) bats --filter 'kill -9' tests/cli/checkpoint.bats tests/cli/search.bats tests/cli/study.bats

soak: deps ## uses nnreg at random for an hour: nothing may grow or be left [MINUTES=N SEED=N]
	@NNREG_SOAK_MINUTES=$(or $(MINUTES),60) NNREG_SEED=$(or $(SEED),2) bats tests/cli/soak.bats

differential: deps test-prefix differential-ready ## compares 10000 random problems with numpy, scikit-learn and pandas, 20 minutes [COUNT=N SEED=N KINDS="linear" SAVE=FILE]
	@$(RUN_DIFFERENTIAL) --count $(or $(COUNT),10000) --quiet \
	  $(if $(filter 1,$(COUNT)),--show) $(if $(SAVE),--save $(SAVE))

no-leak: deps test-prefix ## scores of tables whose labels are chance, 500 trials, minutes [TRIALS=N]
	@NNREG_TRIALS=$(or $(TRIALS),500) $(TEST_ENV) TZ=UTC '$(OCTAVE)' --no-gui --norc --no-history --quiet \
	  --eval "warning ('on', 'quiet'); pkg load nnreg; [n, all] = test ('tests/octave/table.tst', 'quiet', stdout); exit (n < all)"

long-examples: deps test-prefix ## runs the examples that take minutes on MNIST, beside the manual's numbers
	@NNREG_LONG=yes NNREG_MNIST_DIR='$(or $(NNREG_MNIST_DIR),$(abspath ../shared/data/mnist))' \
	  bats --filter 'of selection run on MNIST' tests/cli/examples.bats

octaves: ## runs the suites octave, course, cli and slurm on the Octaves of Debian's releases, as root [RELEASES="trixie sid"]
	@sh tests/setup.sh $(OCTAVES_PACKAGES)
	@tests/octaves.sh $(RELEASES)

release: ## writes all that a release needs to build/release; refuses an untested tree [URL=https://HOST/OWNER/nnreg ENTRY=FILE]
	@tests/release.sh $(call quoted,$(URL)) $(call quoted,$(ENTRY))

lint: $(BUILD)/venv/bin/mh_lint ## checks format, style, and warnings of GCC and Clang
	@tests/lint.sh

format: ## formats the C files
	clang-format -i --style=file:csrc/.clang-format $(C_FILES)

dev: ## builds into build/dev, for addpath beside octave/
	$(CSRC) OBJDIR=../$(BUILD)/core MEXDIR=../$(BUILD)/dev

doc: test-prefix ## makes the manual, build/doc/nnreg.html, and examples/tutorial.ipynb
	@rm -rf $(BUILD)/doc && mkdir -p $(BUILD)/doc
	@$(TEST_ENV) $(RUN_OCTAVE) --path tests/tools --eval "pkg load nnreg; \
	  make_notebook ('examples/tutorial.m', 'examples/tutorial.ipynb'); \
	  make_manual (pwd (), '$(BUILD)/doc')"
	@cd $(BUILD)/doc && makeinfo --html --no-split --css-include=../../tests/tools/manual.css --output=nnreg.html nnreg.texi
	@echo $(BUILD)/doc/nnreg.html

bench: bench-ready $(if $(WORKLOADS),,bench-linear) ## times nnreg beside its peers, hours [WORKLOADS="..." ADD=1 REPEATS=5 TORCH=1 STATISTICS=sid LONG=1]
	@$(if $(STATISTICS),tests/bench/octave_of.sh $(STATISTICS))
	@$(RUN_BENCH) $(RUN_PEERS) $(if $(LONG),--long)

bench-quick: bench-ready ## the same in two minutes: the bare products, pure Octave, no peers
	@$(RUN_BENCH) --quick

bench-short: bench-ready ## whether all programs of make bench run, in minutes, on few rows [TORCH=1 STATISTICS=sid]
	@$(if $(STATISTICS),tests/bench/octave_of.sh $(STATISTICS))
	@$(RUN_BENCH) $(RUN_PEERS) --short

bench-paste: ## puts the table of make bench into the manual's chapter about speed
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/bench/manual.py --build $(BUILD) $(if $(ANYWAY),--anyway)

bench-linear: dev linear-ready ## times linear paths beside glmnet and others [ONLY="digits" PROGRAMS="nnreg glmnet" REPEATS=3 LIMIT=300]
	@$(RUN_BENCH_LINEAR)

bench-search: test-prefix ## what a search of 10,000 trainings costs beside them [FOLDER=DIR JOBS=N]
	@$(TEST_ENV) OCTAVE='$(OCTAVE)' PYTHONDONTWRITEBYTECODE=1 python3 tests/bench/search.py $(BUILD) $(or $(FOLDER),$(or $(TMPDIR),/tmp)) $(JOBS)

bench-small: test-prefix ## accuracy of small networks on MNIST [LIMITS="[4700 2300]" SEEDS=1:5 LAYERS="[300 100]"]
	@$(FREE_KERNELS) $(TEST_ENV) $(RUN_OCTAVE) tests/bench/smallest.m '$(or $(LIMITS),[4700 2300])' \
	  '$(or $(SEEDS),1:5)' '$(or $(LAYERS),[300 100])'

bench-defaults: dev ## what default networks learn, beside scikit-learn's, on 28 tables [ONLY="iris boston"]
	@OCTAVE='$(OCTAVE)' PYTHONDONTWRITEBYTECODE=1 python3 tests/bench/defaults.py --build $(BUILD) \
	  $(if $(ONLY),--only $(ONLY))

clean: ## removes everything that make built
	$(MAKE) -C csrc clean
	rm -rf $(BUILD)

# ------------------------------------------------------------------ Tarball --

# The time in the tarball is that of the last commit, else of the release.
SOURCE_DATE_EPOCH ?= $(or \
  $(if $(wildcard .git),$(shell git log -1 --format=%ct 2>/dev/null)), \
  $(shell date -u -d "$$(sed -n 's/^Date: *//p' DESCRIPTION)" +%s))

TAR = tar --create --format=ustar --sort=name --mtime=@$(SOURCE_DATE_EPOCH) \
  --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX

# elastic_net_vs_glmnet.m needs R; and a script with functions has no help that pkg install finds.
# Replaced only if its bytes change, so that an unchanged package is not installed again. Two suites
# may make it at the same time.
$(TARBALL): FORCE
	@mkdir -p $(BUILD)
	@$(TAR) --exclude='.*' --exclude='*~' --exclude='*.cfg' --exclude=csrc/objects --exclude='*.mex' \
	  --transform='s,^csrc,src,;s,^octave,inst,;s,^examples,doc,;s,^,$(NAME)/,' \
	  --exclude=examples/course --exclude=examples/pictures --exclude='*.ipynb' \
	  --exclude=examples/elastic_net_vs_glmnet.m \
	  COPYING DESCRIPTION INDEX NEWS csrc octave examples | gzip -n -9 > $@.$$$$ && \
	  if cmp -s $@.$$$$ $@; then rm $@.$$$$; else mv $@.$$$$ $@; fi

# pack_course NAME: the kit for NAME, with its texts as pages.
define pack_course
cd $(BUILD)/course/$(1)/nnreg-course && for text in *.md; do \
  makeinfo --html --no-split --no-headers -c SHOW_TITLE=0 --css-include=$(call quoted,$(CURDIR)/tests/tools/manual.css) \
    --output=$${text%.md}.html ../../teacher/nnreg-course/$${text%.md}.texi || exit 1; done
$(TAR) --exclude='.*' --exclude='*~' --exclude='*.texi' \
  --directory=$(BUILD)/course/$(1) nnreg-course | gzip -n -9 > $(BUILD)/nnreg-course-$(1).tar.gz
echo $(BUILD)/nnreg-course-$(1).tar.gz
endef

# -------------------------------------------------------------------- Tests --

# The package in a prefix of its own, for the tests.
test-prefix: $(BUILD)/prefix/installed

$(BUILD)/prefix/installed: $(TARBALL)
	@rm -rf $(@D)
	@$(MAKE) -s install PREFIX=$(@D) >$(BUILD)/prefix.log 2>&1 || { cat $(BUILD)/prefix.log; exit 1; }
	@touch $@

musl-ready:
	@sh tests/setup.sh $(MUSL_PACKAGES)

windows-ready:
	@sh tests/setup.sh $(WINDOWS_PACKAGES)

macos-ready:
	@sh tests/setup.sh $(MACOS_PACKAGES)

slurm-ready:
	@sh tests/setup.sh $(SLURM_PACKAGES)

# tests/core/*_posix.c and *_windows.c are for these systems alone.
TEST_SYSTEM := posix
OTHER_TESTS := tests/core/%_$(if $(filter posix,$(TEST_SYSTEM)),windows,posix).c
TEST_FILES := $(filter-out $(OTHER_TESTS),$(wildcard tests/core/*.c))
TEST_HELPERS := $(patsubst tests/core/%.c,$(BUILD)/tests/objects/%.o, \
  $(filter-out tests/core/test_%,$(TEST_FILES)))
# WITHOUT names some that are not wanted.
CORE_TESTS := $(patsubst tests/core/%.c,$(BUILD)/tests/%,$(filter-out $(WITHOUT:%=tests/core/%.c), \
  $(filter tests/core/test_%,$(TEST_FILES))))
TEST_LIBS ?= -lcmocka -lz -ldl -lpthread -lm
# The core's calls of the system that a test makes fail.
WRAP_test_team := -Wl,--wrap=nnreg_thread_start
TEST_FLAGS = -g $(call tame,$(CFLAGS)) $(DIALECT) $(IEEE) -Wall -Wextra -Wconversion -Wshadow \
  -pedantic $(WERROR) -Icsrc/include -Icsrc/core -Icsrc

core-tests: $(CORE_TESTS)

$(BUILD)/core/libnnreg.a: FORCE
	@$(CSRC) --silent core OBJDIR=../$(BUILD)/core

# Loops of one thread over the tests' own memory, which sanitizers would only make slow.
REFERENCE := naive naive_linear

# Changed headers of the core make a new library.
$(BUILD)/tests/objects/%.o: tests/core/%.c $(wildcard tests/core/*.h) $(BUILD)/core/libnnreg.a
	@mkdir -p $(@D)
	@$(CC) $(filter-out $(if $(filter $(REFERENCE),$*),-fsanitize=%) $(if $(filter table,$*),-fsanitize=thread), \
	  $(TEST_FLAGS)) -c $< -o $@

$(BUILD)/tests/%: tests/core/%.c $(TEST_HELPERS) $(wildcard tests/core/*.h) $(BUILD)/core/libnnreg.a
	@mkdir -p $(@D)
	@$(CC) $(TEST_FLAGS) $(filter %.c %.o %.a,$^) $(WRAP_$*) -o $@ $(TEST_LIBS)

# Programs of libFuzzer; tests/fuzz/run.sh sets Clang and its sanitizers.
FUZZ_PROGRAMS := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzzers/%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_HELPERS := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzzers/objects/%.o, \
  $(filter-out tests/fuzz/fuzz_%,$(wildcard tests/fuzz/*.c)))

# make would remove them after the last program.
.SECONDARY: $(TEST_HELPERS) $(FUZZ_HELPERS)

fuzzers: $(FUZZ_PROGRAMS)

fuzz-ready:
	@sh tests/setup.sh $(FUZZ_PACKAGES)

$(BUILD)/fuzzers/objects/%.o: tests/fuzz/%.c $(wildcard tests/fuzz/*.h tests/core/*.h) $(BUILD)/core/libnnreg.a
	@mkdir -p $(@D)
	@$(CC) $(TEST_FLAGS) -Itests/core -c $< -o $@

$(BUILD)/fuzzers/%: tests/fuzz/%.c $(FUZZ_HELPERS) $(TEST_HELPERS) $(wildcard tests/fuzz/*.h) \
    $(wildcard tests/core/*.h) $(BUILD)/core/libnnreg.a
	@mkdir -p $(@D)
	@$(CC) $(TEST_FLAGS) -Itests/core $(filter %.c %.o %.a,$^) -fsanitize=fuzzer -o $@ \
	  -lcmocka -lz -ldl -lpthread -lm

warnings: core-tests
	@$(CSRC) --silent objects OBJDIR=../$(BUILD)/core

$(BUILD)/venv/bin/mh_lint:
	@sh tests/setup.sh $(LINT_PACKAGES)
	python3 -m venv $(BUILD)/venv
	$(BUILD)/venv/bin/pip install --quiet $(MISS_HIT)

# Prints the Python that has octave-kernel; made once.
notebook-python: $(BUILD)/notebook/installed
	@echo $(BUILD)/notebook/bin/python

$(BUILD)/notebook/installed:
	@sh tests/setup.sh $(NOTEBOOK_PACKAGES) >&2
	@python3 -m venv $(@D)
	@$(@D)/bin/pip install --quiet $(NOTEBOOK) >&2
	@touch $@

# Prints the Python that has ONNX and its runtime; made once.
onnx-python: $(BUILD)/onnx/installed
	@echo $(BUILD)/onnx/bin/python

$(BUILD)/onnx/installed:
	@sh tests/setup.sh python3-venv >&2
	@python3 -m venv $(@D)
	@$(@D)/bin/pip install --quiet $(ONNX) >&2
	@touch $@

# scikit-learn's checks of estimators.
estimator-checks: test-prefix $(BUILD)/estimator/installed
	@$(TEST_ENV) OCTAVE='$(OCTAVE)' PYTHONDONTWRITEBYTECODE=1 SCIPY_ARRAY_API=1 \
	  $(BUILD)/estimator/bin/python tests/estimator/run.py $(CHECKS)

$(BUILD)/estimator/installed:
	@sh tests/setup.sh python3-venv
	@/usr/bin/python3 -m venv $(@D)
	@$(@D)/bin/pip install --quiet $(SKLEARN)
	@touch $@

# Debian's own Python has the packages.
RUN_DIFFERENTIAL = $(TEST_ENV) OCTAVE='$(OCTAVE)' OPENBLAS_NUM_THREADS=1 \
  PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 tests/differential/run.py \
  $(if $(SEED),--seed $(SEED)) $(if $(KINDS),--kinds $(KINDS))

differential-ready:
	@sh tests/setup.sh $(DIFFERENTIAL_PACKAGES)

differential-quick: test-prefix differential-ready
	@$(RUN_DIFFERENTIAL) --kinds table --count 40
	@$(RUN_DIFFERENTIAL) --count 300

# ---------------------------------------------------------------- Benchmark --

# What runner.py does for programs that it starts.
FREE_KERNELS := env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE

RUN_PEERS = $(if $(ADD),--add) $(if $(TORCH),--torch) $(if $(STATISTICS),--statistics $(STATISTICS))
RUN_BENCH = OCTAVE='$(OCTAVE)' PYTHONDONTWRITEBYTECODE=1 python3 tests/bench/run.py \
  --build $(BUILD) $(if $(WORKLOADS),--workloads $(WORKLOADS)) $(if $(REPEATS),--repeats $(REPEATS))

# Debian's own Python has numpy.
RUN_BENCH_LINEAR = OCTAVE='$(OCTAVE)' PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 tests/bench/linear.py \
  --build $(BUILD) $(if $(ONLY),--only $(ONLY)) $(if $(PROGRAMS),--programs $(PROGRAMS)) \
  $(if $(REPEATS),--repeats $(REPEATS)) $(if $(LIMIT),--limit $(LIMIT))

linear-ready:
	@sh tests/setup.sh $(LINEAR_PACKAGES)

bench-ready: dev $(BUILD)/bench/floor $(BUILD)/bench/probe
	@sh tests/setup.sh $(BENCH_PACKAGES)

$(BUILD)/bench/floor: tests/bench/floor.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O2 -Wall -Wextra -Wconversion -Wshadow -pedantic $(WERROR) $< -o $@ -l:libopenblas.so.0

# For this machine's own vectors. Its loop is compiled as it stands: a multiply-add is one operation.
$(BUILD)/bench/probe: tests/bench/probe.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O3 -march=native -ffp-contract=fast -Wall -Wextra -Wconversion -Wshadow -pedantic $(WERROR) $< -o $@ -lpthread
