/* Reading columns of X as the user has it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_SOURCE_H
#define NNREG_SOURCE_H

#include "nnreg.h"

size_t nnreg_type_bytes(nnreg_type type);

/* The packed data's row of the k-th sample. */
static inline size_t nnreg_row(const nnreg_samples *samples, size_t k)
{
  return samples->rows ? samples->rows[k] : k;
}

/* Values at .. at + count - 1 of an array of the type (real/load.c). */
void nnreg_load_s(nnreg_type type, const void *values, size_t at, size_t count, float *out);
void nnreg_load_d(nnreg_type type, const void *values, size_t at, size_t count, double *out);

/* The stored entries of a full (first = column * N) or compressed column. */
void nnreg_column_entries(const nnreg_source *source, size_t column, size_t *first, size_t *last);

/* The first entry in first .. last - 1 whose row is not below `row`. */
size_t nnreg_find_row(const nnreg_source *source, size_t first, size_t last, size_t row);

/* NNREG_BAD_ARGUMENT unless sizes and a compressed source's starts hold. */
nnreg_status nnreg_source_check(const nnreg_source *source, nnreg_message *why);

/* Whether the rows of entries first .. last - 1, a compressed column's, ascend and are there. */
bool nnreg_rows_ascend(const nnreg_source *source, size_t first, size_t last);

/* NNREG_BAD_ARGUMENT: a compressed source is not as it must be. */
nnreg_status nnreg_not_sparse(nnreg_message *why);

#endif
