/* Texts that hold tables, and how they are written, as Octave gives them.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_MEX_TABLE_H
#define NNREG_MEX_TABLE_H

#include "gateway.h"

/* Borrows bytes (uint8) as a text; the name comes from the format's field Name. */
nnreg_text gateway_text(const mxArray *bytes, const mxArray *format);

/* Reads a struct with the fields Delimiter, Decimal and Thousands (a letter, or '' for 0), Header
 * (0, 1 or 2, as nnreg_header), SkipLines, UsualGaps (0 or 1) and Gaps (a cell of texts). */
nnreg_table_format gateway_table_format(const mxArray *format);

/* The letter as a char row, '' for 0. */
mxArray *gateway_letter(char letter);

#endif
