/* yes = __nnreg_isatty__ ()
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Does the standard output go to a terminal? Octave 7 has no function that tells.
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  (void)in;
  gateway_expect("__nnreg_isatty__", num_in, 0, num_out, 1);
  out[0] = mxCreateLogicalScalar(nnreg_isatty());
}
