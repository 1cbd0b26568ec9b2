/* order = __nnreg_shuffle__ (count, seed, stream)
 *
 * A permutation of 1 .. count (uint32 column), from seed and stream alone.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  gateway_expect("__nnreg_shuffle__", num_in, 3, num_out, 1);
  size_t count = gateway_size(in[0], "count"), seed = gateway_size(in[1], "seed");
  size_t stream = gateway_size(in[2], "stream");
  if (count >= UINT32_MAX) gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: more than 2^32 samples");
  out[0] = mxCreateUninitNumericMatrix((mwSize)count, 1, mxUINT32_CLASS, mxREAL);
  uint32_t *items = mxGetData(out[0]);
  for (size_t i = 0; i < count; i++) items[i] = (uint32_t)i + 1;
  nnreg_shuffle(seed, stream, items, count);
}
