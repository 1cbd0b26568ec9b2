/* The kernels in double precision.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define NNREG_REAL_DOUBLE
#include "kernel_cases.h"
