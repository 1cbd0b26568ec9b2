/* Columns of X as the user has it.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data.h"

#include "os/os.h"

size_t nnreg_type_bytes(nnreg_type type)
{
  static const unsigned char bytes[] = {
      [NNREG_BOOL] = 1,    [NNREG_INT8] = 1,  [NNREG_UINT8] = 1,  [NNREG_INT16] = 2,
      [NNREG_UINT16] = 2,  [NNREG_FLOAT] = 4, [NNREG_INT32] = 4,  [NNREG_UINT32] = 4,
      [NNREG_FLOAT64] = 8, [NNREG_INT64] = 8, [NNREG_UINT64] = 8,
  };
  return bytes[type];
}

void nnreg_column_entries(const nnreg_source *source, size_t column, size_t *first, size_t *last)
{
  if (source->starts) {
    *first = (size_t)source->starts[column];
    *last = (size_t)source->starts[column + 1];
  } else {
    *first = column * source->num_samples;
    *last = *first + source->num_samples;
  }
}

size_t nnreg_find_row(const nnreg_source *source, size_t first, size_t last, size_t row)
{
  while (first < last) {
    size_t middle = first + (last - first) / 2;
    if ((size_t)source->rows[middle] < row)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

/* Whether the starts ascend from 0. */
static bool starts_ascend(const nnreg_source *source)
{
  bool ascend = source->starts[0] == 0;
  for (size_t j = 0; ascend && j < source->num_inputs; j++)
    ascend = source->starts[j] <= source->starts[j + 1];
  return ascend;
}

bool nnreg_rows_ascend(const nnreg_source *source, size_t first, size_t last)
{
  int64_t before = -1;
  for (size_t e = first; e < last; e++) {
    if (source->rows[e] <= before) return false;
    before = source->rows[e];
  }
  return before < (int64_t)source->num_samples;
}

nnreg_status nnreg_not_sparse(nnreg_message *why)
{
  return nnreg_refuse(why, "X is damaged: its rows or columns do not ascend");
}

nnreg_status nnreg_source_check(const nnreg_source *source, nnreg_message *why)
{
  size_t count;
  if (__builtin_mul_overflow(source->num_samples, source->num_inputs, &count) && !source->starts)
    return nnreg_refuse(why, "X is too large");
  if (source->num_samples > UINT32_MAX) return nnreg_refuse(why, "X has more than 2^32 rows");
  if (source->num_inputs > INT32_MAX) return nnreg_refuse(why, "X has more than 2^31 columns");
  return source->starts && !starts_ascend(source) ? nnreg_not_sparse(why) : NNREG_OK;
}
