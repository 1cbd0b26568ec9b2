/* Columns of X as the user has it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "source.h"

#include "internal.h"

size_t nnreg_type_bytes(nnreg_type type)
{
  switch (type) {
    case NNREG_BOOL:
    case NNREG_INT8:
    case NNREG_UINT8: return 1;
    case NNREG_INT16:
    case NNREG_UINT16: return 2;
    case NNREG_FLOAT:
    case NNREG_INT32:
    case NNREG_UINT32: return 4;
    case NNREG_FLOAT64:
    case NNREG_INT64:
    case NNREG_UINT64: return 8;
  }
  return 8;
}

void nnreg_column_span(const nnreg_source *source, size_t column, size_t *first, size_t *last)
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

nnreg_status nnreg_source_check(const nnreg_source *source, nnreg_message *why)
{
  size_t count;
  if (__builtin_mul_overflow(source->num_samples, source->num_inputs, &count) && !source->starts)
    return nnreg_fail(why, NNREG_BAD_ARGUMENT, "X is too large");
  if (source->num_samples > UINT32_MAX)
    return nnreg_fail(why, NNREG_BAD_ARGUMENT, "X has more than 2^32 rows");
  if (source->num_inputs > INT32_MAX)
    return nnreg_fail(why, NNREG_BAD_ARGUMENT, "X has more than 2^31 columns");
  return NNREG_OK;
}
