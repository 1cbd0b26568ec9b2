/* __nnreg_file_replace__ (file, bytes): the file becomes these bytes (uint8), whole or not at all
 * (nnreg_file_replace).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_message why = {""};
  (void)out;
  gateway_expect("__nnreg_file_replace__", num_in, 2, num_out, 0);
  const char *path = gateway_string(in[0], "file");
  if (!mxIsUint8(in[1])) gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: bytes must be uint8");
  nnreg_status status =
      nnreg_file_replace(path, mxGetData(in[1]), mxGetNumberOfElements(in[1]), &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
}
