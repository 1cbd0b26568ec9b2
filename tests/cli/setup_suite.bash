# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Before all files: installs the package in build/prefix, which every suite uses.

setup_suite() {
  make -s -C "$BATS_TEST_DIRNAME/../.." test-prefix
}
