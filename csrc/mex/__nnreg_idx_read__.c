/* [A, dims] = __nnreg_idx_read__ (file): the elements of an IDX file as they lie in
 * it, so that the last dimension of the file is the first of A; dims is a row of the
 * file's dimensions (with a 1 after a single one). 0 x 0 and no dims if a signal stopped it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "gateway.h"

/* Opens the file, or raises; the header goes to *header. */
static nnreg_idx *open_file(const char *path, nnreg_idx_header *header)
{
  nnreg_idx *file;
  nnreg_message why;
  nnreg_status status = nnreg_idx_open(path, &file, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  *header = *nnreg_idx_get_header(file);
  return file;
}

static bool same_layout(const nnreg_idx_header *a, const nnreg_idx_header *b)
{
  return a->type == b->type && a->num_bytes == b->num_bytes && a->num_dims == b->num_dims &&
         memcmp(a->dims, b->dims, sizeof a->dims) == 0;
}

/* Octave raises here if the array is too large: no file may be open. */
static mxArray *create_array(const nnreg_idx_header *header)
{
  mwSize dims[NNREG_IDX_MAX_DIMS + 1] = {1};
  const size_t shift = header->num_dims == 1;
  for (size_t i = 0; i < header->num_dims; i++)
    dims[header->num_dims - 1 - i + shift] = (mwSize)header->dims[i];
  return mxCreateUninitNumericArray((mwSize)(header->num_dims + shift), dims,
                                    gateway_class(header->type), mxREAL);
}

static mxArray *create_dims(const nnreg_idx_header *header)
{
  const size_t count = header->num_dims > 1 ? header->num_dims : 2;
  mxArray *array = mxCreateDoubleMatrix(1, (mwSize)count, mxREAL);
  double *dims = mxGetPr(array);
  dims[1] = 1;
  for (size_t i = 0; i < header->num_dims; i++) dims[i] = (double)header->dims[i];
  return array;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  gateway_expect("__nnreg_idx_read__", num_in, 1, num_out, 2);
  const char *path = gateway_string(in[0], "file");
  nnreg_idx_header header, again;
  nnreg_idx_close(open_file(path, &header));
  mxArray *array = create_array(&header);
  mxArray *dims = create_dims(&header);

  nnreg_message why = {"the file changes while it is read"};
  nnreg_status status = NNREG_BAD_FILE;
  nnreg_idx *file = open_file(path, &again);
  nnreg_idx_heed(file, gateway_flag());
  if (same_layout(&header, &again)) status = nnreg_idx_read(file, mxGetData(array), &why);
  nnreg_idx_close(file);
  bool done = gateway_is_done(status, &why);
  out[0] = done ? array : gateway_nothing();
  if (num_out > 1) out[1] = done ? dims : gateway_nothing();
}
