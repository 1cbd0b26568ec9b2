/* X as the core reads it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_MEX_SOURCE_H
#define NNREG_MEX_SOURCE_H

#include "gateway.h"

/* Borrows X (N x D), full or sparse, of any numeric class or logical. */
void source_read(const mxArray *value, nnreg_source *source);

#endif
