/* [columns, starts, gaps, place, fault] = __nnreg_table_read__ (bytes, format, about, kinds)
 *
 * NumRows rows of the columns of a scanned table, from the byte At and line Line in about on: a
 * cell of N x 1 doubles, logicals, numbers of texts (uint32, 1 for gaps), or nothing, by kinds (1 x
 * C: 0, 1, 2, 3). starts has, for a column of texts, the byte where each text from number 2 on is
 * found first (uint64), for __nnreg_table_texts__. gaps is 1 x C, place is At and Line of the next
 * row. fault is the column (from 1), line and byte of a field that does not fit its kind, or 1 x 0.
 * All are 0 x 0 if a signal stopped it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "table.h"

static nnreg_table_about read_about(const mxArray *about, size_t num_columns)
{
  nnreg_table_about read = {.at = gateway_size(gateway_field(about, "At"), "At"),
                            .line = gateway_size(gateway_field(about, "Line"), "Line"),
                            .num_columns = num_columns,
                            .num_rows = gateway_size(gateway_field(about, "NumRows"), "NumRows")};
  if (read.num_rows > UINT32_MAX - 2) gateway_refuse("NumRows", "is too large");
  return read;
}

/* Not cleared: memory for texts that are not there is never touched. */
static mxArray *uninit(size_t rows, mxClassID class_id)
{
  const mwSize dims[2] = {(mwSize)rows, 1};
  return mxCreateUninitNumericArray(2, dims, class_id, mxREAL);
}

static void prepare(nnreg_table_column *column, mxArray **values, mxArray **starts, size_t rows)
{
  if (column->kind == NNREG_LOGICALS) {
    *values = mxCreateLogicalMatrix((mwSize)rows, 1);
    column->logicals = mxGetData(*values); /* mxLogical is an unsigned char */
  } else if (column->kind == NNREG_NUMBERS) {
    *values = uninit(rows, mxDOUBLE_CLASS);
    column->numbers = mxGetPr(*values);
  } else if (column->kind == NNREG_TEXTS) {
    *values = uninit(rows, mxUINT32_CLASS);
    *starts = uninit(rows + 1, mxUINT64_CLASS);
    column->codes = mxGetData(*values);
    column->starts = mxGetData(*starts);
  }
}

static mxArray *starts_of(const nnreg_table_column *column)
{
  if (column->kind != NNREG_TEXTS) return gateway_nothing();
  mxArray *starts = uninit(column->num_texts - 1, mxUINT64_CLASS);
  memcpy(mxGetData(starts), column->starts + 1, (column->num_texts - 1) * sizeof *column->starts);
  return starts;
}

static mxArray *describe_fault(const nnreg_table_fault *fault)
{
  mxArray *row = mxCreateDoubleMatrix(1, fault->found ? 3 : 0, mxREAL);
  if (!fault->found) return row;
  mxGetPr(row)[0] = (double)fault->column + 1;
  mxGetPr(row)[1] = (double)fault->line;
  mxGetPr(row)[2] = (double)fault->at;
  return row;
}

static mxArray *describe_place(const nnreg_table_about *about)
{
  mxArray *row = mxCreateDoubleMatrix(1, 2, mxREAL);
  mxGetPr(row)[0] = (double)about->at;
  mxGetPr(row)[1] = (double)about->line;
  return row;
}

static void give(mxArray *out[], const nnreg_table_column *columns, mxArray *const *values,
                 const nnreg_table_about *about, const nnreg_table_fault *fault)
{
  const size_t count = about->num_columns;
  out[0] = mxCreateCellMatrix(1, (mwSize)count);
  out[1] = mxCreateCellMatrix(1, (mwSize)count);
  out[2] = mxCreateDoubleMatrix(1, (mwSize)count, mxREAL);
  out[3] = describe_place(about);
  out[4] = describe_fault(fault);
  for (size_t i = 0; i < count && !fault->found; i++) {
    mxSetCell(out[0], (mwIndex)i, values[i] ? values[i] : gateway_nothing());
    mxSetCell(out[1], (mwIndex)i, starts_of(&columns[i]));
    mxGetPr(out[2])[i] = (double)columns[i].num_gaps;
  }
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  gateway_expect("__nnreg_table_read__", num_in, 4, num_out, 5);
  if (num_out != 5) gateway_refuse("the call", "must take 5 results");
  nnreg_text text = gateway_text(in[0], in[1]);
  nnreg_table_format format = gateway_table_format(in[1]);
  size_t count = mxGetNumberOfElements(in[3]);
  const double *kinds = gateway_column(in[3], count, "nnreg: kinds must be doubles");
  nnreg_table_about about = read_about(in[2], count);
  nnreg_table_column *columns = gateway_scratch(count, sizeof *columns);
  mxArray **arrays = gateway_scratch(2 * count, sizeof *arrays);
  for (size_t i = 0; i < count; i++) {
    if (!(kinds[i] >= NNREG_NUMBERS && kinds[i] <= NNREG_SKIPPED && kinds[i] == floor(kinds[i])))
      gateway_refuse("kinds", "must be 0, 1, 2 or 3");
    columns[i].kind = (nnreg_column_kind)kinds[i];
    prepare(&columns[i], &arrays[i], &arrays[count + i], about.num_rows);
  }
  nnreg_table_fault fault;
  nnreg_message why = {""};
  nnreg_status status = nnreg_table_read(&text, &format, &about, columns, &fault, &why);
  if (gateway_is_done(status, &why))
    give(out, columns, arrays, &about, &fault);
  else
    for (int i = 0; i < num_out; i++) out[i] = gateway_nothing();
}
