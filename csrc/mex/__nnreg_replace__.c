/* __nnreg_replace__ (from, to): gives the finished file `from` the name `to`, both on the
 * disk, so that `to` is always whole.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_message why;
  (void)out;
  gateway_expect("__nnreg_replace__", num_in, 2, num_out, 0);
  const char *from = gateway_string(in[0], "from");
  const char *to = gateway_string(in[1], "to");
  nnreg_status status = nnreg_file_replace(from, to, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
}
