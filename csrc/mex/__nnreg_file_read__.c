/* bytes = __nnreg_file_read__ (file): the bytes of a file (N x 1, uint8), unpacked if it is
 * gzipped. 0 x 0 if a signal stopped it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  gateway_expect("__nnreg_file_read__", num_in, 1, num_out, 1);
  const char *path = gateway_string(in[0], "file");
  size_t num_bytes = 0;
  nnreg_message why = {""};
  nnreg_status status = nnreg_file_size(path, gateway_flag(), &num_bytes, &why);
  bool done = gateway_is_done(status, &why);
  mxArray *bytes = NULL;
  if (done) {
    const mwSize dims[2] = {(mwSize)num_bytes, 1};
    bytes = mxCreateUninitNumericArray(2, dims, mxUINT8_CLASS, mxREAL);
    status = nnreg_file_read(path, gateway_flag(), mxGetData(bytes), num_bytes, &why);
    done = gateway_is_done(status, &why);
  }
  out[0] = done ? bytes : gateway_nothing();
}
