/* One source, two precisions: files in core/engine, core/data/real and kernels are compiled once
 * with NNREG_REAL_SINGLE and once with NNREG_REAL_DOUBLE.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_REAL_H
#define NNREG_REAL_H

#if defined NNREG_REAL_DOUBLE
typedef double real;
#define REAL(name) name##_d
#elif defined NNREG_REAL_SINGLE
typedef float real;
#define REAL(name) name##_s
#else
#error "define NNREG_REAL_SINGLE or NNREG_REAL_DOUBLE"
#endif

#endif
