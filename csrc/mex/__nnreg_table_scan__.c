/* about = __nnreg_table_scan__ (bytes, format): what the table in a text is like. Struct with the
 * fields of format that were found out, At and Line of the first row, and rows with a number for
 * each column: Kinds (0 numbers, 1 logicals, 2 texts), Titles, Gaps, Values, ... 0 x 0 if a signal
 * stopped it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "table.h"

/* A row of the members at this offset of the columns. */
static mxArray *row_of(const nnreg_column_about *columns, size_t count, size_t offset)
{
  mxArray *row = mxCreateDoubleMatrix(1, (mwSize)count, mxREAL);
  for (size_t i = 0; i < count; i++)
    mxGetPr(row)[i] = (double)*(const size_t *)((const char *)&columns[i] + offset);
  return row;
}

static mxArray *kinds_of(const nnreg_column_about *columns, size_t count)
{
  mxArray *row = mxCreateDoubleMatrix(1, (mwSize)count, mxREAL);
  for (size_t i = 0; i < count; i++) mxGetPr(row)[i] = columns[i].kind;
  return row;
}

/* The marks of thousands, a letter a column, a blank for none. */
static mxArray *marks_of(const nnreg_column_about *columns, size_t count)
{
  const mwSize dims[2] = {1, (mwSize)count};
  mxArray *row = mxCreateCharArray(2, dims);
  for (size_t i = 0; i < count; i++)
    ((char *)mxGetData(row))[i] = columns[i].thousands ? columns[i].thousands : ' ';
  return row;
}

static void add(mxArray *to, const char *name, mxArray *value)
{
  mxAddField(to, name);
  mxSetField(to, 0, name, value);
}

static mxArray *describe(const nnreg_table_format *format, const nnreg_table_about *about,
                         const nnreg_column_about *columns)
{
#define ROW(member) row_of(columns, about->num_columns, offsetof(nnreg_column_about, member))
  mxArray *to = mxCreateStructMatrix(1, 1, 0, NULL);
  add(to, "Delimiter", gateway_letter(format->delimiter));
  add(to, "Decimal", gateway_letter(format->decimal));
  add(to, "Header", mxCreateDoubleScalar(format->header));
  add(to, "At", mxCreateDoubleScalar((double)about->at));
  add(to, "Line", mxCreateDoubleScalar((double)about->line));
  add(to, "NumRows", mxCreateDoubleScalar((double)about->num_rows));
  add(to, "Naming", mxCreateDoubleScalar(about->naming));
  add(to, "DoubtfulHeader", mxCreateLogicalScalar(about->doubtful_header));
  add(to, "MixedDecimals", mxCreateLogicalScalar(about->mixed_decimals));
  add(to, "Unused", gateway_letter(about->unused));
  add(to, "NumLetters", mxCreateDoubleScalar((double)about->num_letters));
  add(to, "NumForeign", mxCreateDoubleScalar((double)about->num_foreign));
  add(to, "ForeignLine", mxCreateDoubleScalar((double)about->foreign_line));
  add(to, "HasControls", mxCreateLogicalScalar(about->has_controls));
  add(to, "Kinds", kinds_of(columns, about->num_columns));
  add(to, "Titles", ROW(title));
  add(to, "Gaps", ROW(gaps));
  add(to, "Values", ROW(values));
  add(to, "Numbers", ROW(numbers));
  add(to, "Codes", ROW(codes));
  add(to, "Longs", ROW(longs));
  add(to, "Thousands", marks_of(columns, about->num_columns));
  add(to, "Odd", ROW(odd));
  add(to, "OddLine", ROW(odd_line));
  return to;
#undef ROW
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  gateway_expect("__nnreg_table_scan__", num_in, 2, num_out, 1);
  nnreg_text text = gateway_text(in[0], in[1]);
  nnreg_table_format format = gateway_table_format(in[1]);
  nnreg_table_about about;
  nnreg_message why = {""};
  nnreg_status status = nnreg_table_find(&text, &format, &about, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  nnreg_column_about *columns = gateway_scratch(about.num_columns, sizeof *columns);
  status = nnreg_table_scan(&text, &format, &about, columns, &why);
  bool done = gateway_is_done(status, &why);
  out[0] = done ? describe(&format, &about, columns) : gateway_nothing();
}
