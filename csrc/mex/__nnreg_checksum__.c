/* sum = __nnreg_checksum__ (A): CRC-32 of a full, real array's bytes as they lie in memory.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  gateway_expect("__nnreg_checksum__", num_in, 1, num_out, 1);
  (void)gateway_type(in[0]);
  if (mxIsSparse(in[0]) || mxIsComplex(in[0]))
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: an array must be full and real");
  size_t bytes = mxGetNumberOfElements(in[0]) * mxGetElementSize(in[0]);
  out[0] = mxCreateDoubleScalar(nnreg_checksum(0, mxGetData(in[0]), bytes));
}
