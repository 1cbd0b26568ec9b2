/* [values, starts, indices] = __nnreg_pack__ (X, first, count, mean, scale, precision, compressed,
 * threads)
 *
 * Packs rows first .. first + count - 1 (from 0) of X into a block (nnreg_pack_block);
 * mean and scale are D x 1 or empty; starts and indices are empty for a dense block.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "source.h"

/* A column of D doubles, or NULL for an empty one. */
static const double *read_column(const mxArray *value, size_t count, const char *name)
{
  size_t have = mxGetNumberOfElements(value);
  if (have == 0) return NULL;
  if (!mxIsDouble(value) || mxIsComplex(value) || mxIsSparse(value) || have != count)
    gateway_fail(NNREG_BAD_ARGUMENT, name);
  return mxGetPr(value);
}

static mxArray *new_vector(size_t count, mxClassID class)
{
  return mxCreateUninitNumericMatrix((mwSize)count, 1, class, mxREAL);
}

static mxArray *empty(void) { return mxCreateDoubleMatrix(0, 0, mxREAL); }

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_source source;
  nnreg_message why = {""};
  gateway_expect("__nnreg_pack__", num_in, 8, num_out, 3);
  source_read(in[0], &source);
  size_t first = gateway_size(in[1], "first"), count = gateway_size(in[2], "count");
  if (first > source.num_samples || count > source.num_samples - first)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: rows that are not there");
  const double *mean = read_column(in[3], source.num_inputs, "nnreg: mean must have D entries");
  const double *scale = read_column(in[4], source.num_inputs, "nnreg: scale must have D entries");
  if (!mean != !scale) gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: mean and scale go together");
  bool wide = strcmp(gateway_string(in[5], "precision"), "double") == 0;
  bool compressed = gateway_scalar(in[6], "compressed") != 0;
  size_t threads = gateway_size(in[7], "threads"), entries = count * source.num_inputs;
  nnreg_type type = nnreg_packed_type(source.type, wide ? NNREG_DOUBLE : NNREG_SINGLE, scale);
  mxArray *starts = empty(), *indices = empty();
  if (compressed) {
    starts = new_vector(count + 1, mxUINT32_CLASS);
    nnreg_status status =
        nnreg_pack_count(&source, first, count, scale, threads, mxGetData(starts), &why);
    if (status != NNREG_OK) gateway_fail(status, why.text);
    entries = ((const uint32_t *)mxGetData(starts))[count];
    indices = new_vector(entries, gateway_index_class(source.num_inputs));
  }
  mxArray *values = new_vector(entries, gateway_class(type));
  nnreg_status status = nnreg_pack_block(
      &source, first, count, mean, scale, type, threads, compressed ? mxGetData(starts) : NULL,
      compressed ? mxGetData(indices) : NULL, mxGetData(values), &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  out[0] = values;
  if (num_out > 1) out[1] = starts;
  if (num_out > 2) out[2] = indices;
}
