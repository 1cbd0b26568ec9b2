/* What the first records of a table look like.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fields.h"

/* A record: how many fields it has, 0 if its quotes are wrong, and what they are. */
typedef struct {
  size_t fields;
  size_t texts;        /* fields that are no numbers, gaps or logicals */
  size_t texts_behind; /* of them behind the first field               */
  bool quoted;         /* the first field                              */
  bool ends_empty;     /* the last field                               */
} record;

static record read_record(nnreg_cursor *cursor, const nnreg_gap_words *words)
{
  const unsigned known = NNREG_IS_GAP | NNREG_IS_DASH | NNREG_IS_POINT | NNREG_IS_COMMA |
                         NNREG_IS_THOUSANDS | NNREG_IS_GROUPED | NNREG_IS_LOGICAL;
  record seen = {0};
  nnreg_field field;
  nnreg_end end = NNREG_MORE_FIELDS;
  for (; end == NNREG_MORE_FIELDS; seen.fields++) {
    end = nnreg_cursor_field(cursor, &field);
    if (end > NNREG_LAST_FIELD) return (record){0};
    const bool is_text = !(nnreg_field_flags(words, &field) & known);
    if (seen.fields == 0) seen.quoted = field.quoted;
    seen.texts += is_text;
    seen.texts_behind += is_text && seen.fields > 0;
    seen.ends_empty = field.first == field.last;
  }
  return seen;
}

/* ------------------------------------------------------------ Short names -- */

/* Names are texts, or in quotes; a single one must be, or it is a line above the table. */
static bool are_names(const record *names, nnreg_header header)
{
  if (names->fields == 1) return names->quoted;
  return header == NNREG_HEADER || names->quoted || names->texts == names->fields;
}

void nnreg_find_short_names(const nnreg_text *text, nnreg_table_format *format,
                            nnreg_table_about *about)
{
  const nnreg_gap_words words = nnreg_gap_words_of(format);
  nnreg_cursor cursor = nnreg_cursor_records(text, format, about->at, about->line);
  if (format->header == NNREG_NO_HEADER) return;
  const record names = read_record(&cursor, &words);
  if (!are_names(&names, format->header)) return;
  size_t at = 0, line = 0, num_rows = 0;
  bool all_end_empty = true, above = false;
  while (num_rows < NNREG_SAMPLE_ROWS && nnreg_cursor_row(&cursor, false) != NNREG_NO_ROW) {
    const size_t place = (size_t)(cursor.at - text->bytes), place_line = cursor.line;
    const record row = read_record(&cursor, &words);
    if (row.fields != names.fields + 1) return;
    if (num_rows == 0) {
      at = place;
      line = place_line;
      above = row.texts == row.fields && !row.quoted;
    } else if (num_rows == 1 && above && row.texts < row.fields) {
      return; /* these are the names, below a line that is none of the table's */
    }
    all_end_empty = all_end_empty && row.ends_empty;
    num_rows++;
  }
  if (num_rows == 0) return;
  about->naming = all_end_empty ? NNREG_LAST_UNNAMED : NNREG_FIRST_UNNAMED;
  about->names_at = about->at;
  about->at = at;
  about->line = line;
  about->num_columns++;
  format->header = NNREG_HEADER;
}

/* ----------------------------------------------------------------- Blanks -- */

bool nnreg_needs_delimiter(nnreg_cursor cursor)
{
  nnreg_field field;
  for (size_t row = 0; row < NNREG_SAMPLE_ROWS; row++) {
    if (nnreg_cursor_row(&cursor, false) == NNREG_NO_ROW) return false;
    if (nnreg_cursor_field(&cursor, &field) == NNREG_AFTER_QUOTE) return true;
  }
  return false;
}

bool nnreg_are_numbers(nnreg_cursor cursor, const nnreg_table_format *format)
{
  const nnreg_gap_words words = nnreg_gap_words_of(format);
  for (size_t row = 0; row < NNREG_SAMPLE_ROWS; row++) {
    if (nnreg_cursor_row(&cursor, false) == NNREG_NO_ROW) return row > 1;
    const record seen = read_record(&cursor, &words);
    const bool may_begin_with_text = seen.fields > 2;
    if (row > 0 &&
        (seen.fields == 0 || seen.texts_behind > 0 || (seen.texts > 0 && !may_begin_with_text)))
      return false;
  }
  return true;
}
