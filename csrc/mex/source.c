/* X as the core reads it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "source.h"

_Static_assert(sizeof(mwIndex) == sizeof(int64_t), "sparse indices must have 64 bits");

void source_read(const mxArray *value, nnreg_source *source)
{
  if (mxGetNumberOfDimensions(value) != 2)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: X must be a matrix");
  if (mxIsComplex(value)) gateway_fail(NNREG_BAD_DATA, "nnreg: X must be real");
  *source = (nnreg_source){.num_samples = mxGetM(value),
                           .num_inputs = mxGetN(value),
                           .type = gateway_type(value),
                           .values = mxGetData(value)};
  if (!mxIsSparse(value)) return;
  source->starts = (const int64_t *)mxGetJc(value);
  source->rows = (const int64_t *)mxGetIr(value);
}
