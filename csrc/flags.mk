# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The arithmetic that every C file of nnreg and every test of the core is compiled for, whatever the
# user's flags say. -Ofast and -ffast-math remove the checks for NaN and Inf without a word; linked
# with them, GCC's crtfastmath.o makes denormal numbers zero in all of Octave.

# $(call tame,FLAGS): the user's flags without those that no compiler or not every one can take back
# without a warning.
tame = $(filter-out -ffast-math -funsafe-math-optimizations -fapprox-func \
  -fsingle-precision-constant -fallow-store-data-races -fdenormal-fp-math=% -ffp-model=% \
  -fexcess-precision=% -ffp-contract=% -mfpmath=387, \
  $(patsubst -Ofast,-O3,$1))

# After the user's flags: takes back the others.
IEEE := -fno-fast-math -fno-finite-math-only -fno-associative-math -fno-reciprocal-math \
  -fsigned-zeros -fno-math-errno -fno-trapping-math
# For a linker that the user's flags reach by other ways.
IEEE_LINK := -O3 -fno-fast-math -fno-unsafe-math-optimizations
# Likewise: the standard, the sizes of types, and files beyond 2 GB on 32-bit systems.
DIALECT := -std=c11 -fno-short-enums -U_FILE_OFFSET_BITS -D_FILE_OFFSET_BITS=64

# These link code that changes the arithmetic of the whole process.
REFUSED := $(sort $(filter -mdaz-ftz -mpc32 -mpc64 -mpc80,$(CC) $(CFLAGS) $(CXX) $(CXXFLAGS) \
  $(XTRA_CXXFLAGS) $(LDFLAGS) $(LFLAGS) $(DL_LDFLAGS) $(OCT_LINK_OPTS)))
ifneq ($(REFUSED),)
$(error nnreg cannot be built with $(REFUSED): that changes the arithmetic of all of Octave)
endif
