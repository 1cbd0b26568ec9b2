/* texts = __nnreg_table_texts__ (bytes, format, encoding, starts): the texts of the fields that
 * begin at the bytes starts (uint64, from 0), a column of strings in UTF-8. encoding is 0 (UTF-8),
 * 1 (ISO-8859-1) or 2 (windows-1252).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "table.h"

static mxArray *text_at(const nnreg_text *text, const nnreg_table_format *format,
                        nnreg_encoding encoding, size_t at)
{
  const size_t count = nnreg_table_text(text, format, encoding, at, NULL);
  const mwSize dims[2] = {count > 0, (mwSize)count};
  mxArray *string = mxCreateCharArray(2, dims);
  if (count > 0) (void)nnreg_table_text(text, format, encoding, at, mxGetData(string));
  return string;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  gateway_expect("__nnreg_table_texts__", num_in, 4, num_out, 1);
  nnreg_text text = gateway_text(in[0], in[1]);
  nnreg_table_format format = gateway_table_format(in[1]);
  size_t encoding = gateway_size(in[2], "encoding");
  if (encoding > NNREG_WINDOWS1252) gateway_refuse("encoding", "must be 0, 1 or 2");
  if (mxGetClassID(in[3]) != mxUINT64_CLASS) gateway_refuse("starts", "must be of class uint64");
  const uint64_t *starts = mxGetData(in[3]);
  size_t count = mxGetNumberOfElements(in[3]);
  out[0] = mxCreateCellMatrix((mwSize)count, 1);
  for (size_t i = 0; i < count; i++)
    mxSetCell(out[0], (mwIndex)i,
              text_at(&text, &format, (nnreg_encoding)encoding, (size_t)starts[i]));
}
