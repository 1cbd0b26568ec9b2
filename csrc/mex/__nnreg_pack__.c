/* [values, starts, indices] = __nnreg_pack__ (X, first, count, mean, scale, precision, compressed,
 * threads)
 *
 * Packs rows first .. first + count - 1 (from 0) of X into a block (nnreg_pack_block);
 * mean and scale are D x 1 or empty; starts and indices are empty for a dense block.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

static mxArray *new_vector(size_t count, mxClassID class)
{
  return mxCreateUninitNumericMatrix((mwSize)count, 1, class, mxREAL);
}

static nnreg_scaling read_scaling(const mxArray *const in[3], const nnreg_source *source)
{
  nnreg_scaling scaling = {
      .mean = gateway_column(in[0], source->num_inputs, "nnreg: mean must have D entries"),
      .scale = gateway_column(in[1], source->num_inputs, "nnreg: scale must have D entries")};
  if (!scaling.mean != !scaling.scale)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: mean and scale go together");
  nnreg_precision precision =
      (nnreg_precision)gateway_choice(in[2], nnreg_precision_names, "Precision");
  scaling.type = nnreg_packed_type(source->type, precision, scaling.scale);
  return scaling;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_source source;
  nnreg_message why = {""};
  gateway_expect("__nnreg_pack__", num_in, 8, num_out, 3);
  gateway_source(in[0], &source);
  nnreg_range samples = gateway_range(in + 1, source.num_samples);
  nnreg_scaling scaling = read_scaling(in + 3, &source);
  bool compressed = gateway_scalar(in[6], "compressed") != 0;
  size_t threads = gateway_size(in[7], "threads"), entries = samples.count * source.num_inputs;
  mxArray *starts = gateway_nothing(), *indices = gateway_nothing();
  if (compressed) {
    starts = new_vector(samples.count + 1, mxUINT32_CLASS);
    nnreg_status status =
        nnreg_pack_count(&source, samples, scaling.scale, threads, mxGetData(starts), &why);
    if (status != NNREG_OK) gateway_fail(status, why.text);
    entries = ((const uint32_t *)mxGetData(starts))[samples.count];
    indices = new_vector(entries, gateway_index_class(source.num_inputs));
  }
  mxArray *values = new_vector(entries, gateway_class(scaling.type));
  nnreg_room room = {.values = mxGetData(values)};
  if (compressed) {
    room.starts = mxGetData(starts);
    room.indices = mxGetData(indices);
  }
  nnreg_status status = nnreg_pack_block(&source, samples, &scaling, threads, &room, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  out[0] = values;
  if (num_out > 1) out[1] = starts;
  if (num_out > 2) out[2] = indices;
}
