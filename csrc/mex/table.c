/* Texts that hold tables, and how they are written, as Octave gives them.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "table.h"

nnreg_text gateway_text(const mxArray *bytes, const mxArray *format)
{
  if (mxGetClassID(bytes) != mxUINT8_CLASS || mxIsSparse(bytes))
    gateway_refuse("bytes", "must be of class uint8");
  static const unsigned char nothing[1];
  return (nnreg_text){.name = gateway_string(gateway_field(format, "Name"), "Name"),
                      .bytes = mxGetNumberOfElements(bytes) ? mxGetData(bytes) : nothing,
                      .num_bytes = mxGetNumberOfElements(bytes),
                      .flag = gateway_flag()};
}

static char letter_of(const mxArray *format, const char *name)
{
  const mxArray *value = gateway_field(format, name);
  const char *text = gateway_string(value, name);
  if (mxGetNumberOfElements(value) > 1) gateway_refuse(name, "must be one letter");
  return *text;
}

static const char *const *words_of(const mxArray *cell, size_t *count)
{
  if (!mxIsCell(cell)) gateway_refuse("Gaps", "must be a cell of texts");
  *count = mxGetNumberOfElements(cell);
  const char **words = gateway_scratch(*count, sizeof *words);
  for (size_t i = 0; i < *count; i++) {
    const mxArray *word = mxGetCell(cell, (mwIndex)i);
    if (!word) gateway_refuse("Gaps", "must be a cell of texts");
    words[i] = gateway_string(word, "Gaps");
  }
  return words;
}

nnreg_table_format gateway_table_format(const mxArray *format)
{
  size_t header = gateway_size(gateway_field(format, "Header"), "Header");
  if (header > NNREG_NO_HEADER) gateway_refuse("Header", "must be 0, 1 or 2");
  nnreg_table_format read = {
      .delimiter = letter_of(format, "Delimiter"),
      .decimal = letter_of(format, "Decimal"),
      .thousands = letter_of(format, "Thousands"),
      .comment = letter_of(format, "Comment"),
      .header = (nnreg_header)header,
      .skip_lines = gateway_size(gateway_field(format, "SkipLines"), "SkipLines"),
      .usual_gaps = gateway_size(gateway_field(format, "UsualGaps"), "UsualGaps") != 0};
  read.gaps = words_of(gateway_field(format, "Gaps"), &read.num_gaps);
  return read;
}

mxArray *gateway_letter(char letter)
{
  const char text[2] = {letter, '\0'};
  return mxCreateString(text);
}
