# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Before all files: the package is in build/prefix, as every suite uses it.

setup_suite() {
  make -s -C "$BATS_TEST_DIRNAME/../.." test-prefix
}
