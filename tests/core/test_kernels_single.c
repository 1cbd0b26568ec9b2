/* The kernels in single precision.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define NNREG_REAL_SINGLE
#include "kernel_cases.h"
