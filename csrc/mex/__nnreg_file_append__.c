/* __nnreg_file_append__ (file, text): appends text to a file and waits for the disk.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_message why;
  (void)out;
  gateway_expect("__nnreg_file_append__", num_in, 2, num_out, 0);
  const char *path = gateway_string(in[0], "file");
  const char *text = gateway_string(in[1], "text");
  nnreg_status status = nnreg_file_append(path, text, mxGetNumberOfElements(in[1]), &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
}
