/* __nnreg_drop_unfinished__ (folder): removes the new files of processes that were killed before
 * they had replaced an older file by it (nnreg_files_drop_unfinished).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  (void)out;
  gateway_expect("__nnreg_drop_unfinished__", num_in, 1, num_out, 0);
  nnreg_files_drop_unfinished(gateway_string(in[0], "folder"));
}
