/* heap_bytes (): the bytes that the process has allocated and not freed, as the C library counts
 * them. Unlike the resident memory it is the same after the same calls, to some KB.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <malloc.h>
#include <mex.h>

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  (void)num_out, (void)num_in, (void)in;
  struct mallinfo2 heap = mallinfo2();
  out[0] = mxCreateDoubleScalar((double)heap.uordblks + (double)heap.hblkhd);
}
