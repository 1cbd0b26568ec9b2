/* The delimiter of a table, and the way through its rows.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fields.h"
#include "os/os.h"

enum { ROWS_AT_ONCE = 4096 /* between two looks at the stop flag */ };

/* ------------------------------------------------------------------- Rows -- */

static nnreg_status quote_fault(const nnreg_text *text, nnreg_end end, size_t line,
                                nnreg_message *why)
{
  if (end == NNREG_OPEN_QUOTE)
    return nnreg_fail(why, NNREG_BAD_FILE,
                      "%s: line %zu: a field begins with a quote there, and no quote ends it",
                      text->name, line);
  return nnreg_fail(why, NNREG_BAD_FILE,
                    "%s: line %zu: letters follow the quote that ends a field; quotes inside a "
                    "field must be doubled, without a backslash",
                    text->name, line);
}

/* The rest of a row that is too long. */
static size_t count_fields(nnreg_cursor *cursor)
{
  nnreg_field field;
  nnreg_end end = NNREG_MORE_FIELDS;
  size_t count = 0;
  for (; end == NNREG_MORE_FIELDS; count++) end = nnreg_cursor_field(cursor, &field);
  return count;
}

/* A row with another number of fields than the first. One of the two may be a comment. */
static nnreg_status ragged(const nnreg_text *text, const nnreg_table_about *about,
                           const nnreg_cursor *row, size_t have, nnreg_message *why)
{
  const bool comment = text->bytes[about->at] == '#' || *row->at == '#';
  const char *hint = "";
  if (comment && row->comment == 0)
    hint = "; one begins with #: if it is a comment, CommentStyle \"#\" skips it";
  return nnreg_fail(why, NNREG_BAD_FILE, "%s: line %zu has %zu field%s, line %zu has %zu%s",
                    text->name, row->from_line, have, have == 1 ? "" : "s", about->line,
                    about->num_columns, hint);
}

/* One row; *going is false if a visit ended it. */
static nnreg_status visit_row(const nnreg_text *text, nnreg_cursor *cursor,
                              const nnreg_table_about *about, size_t row,
                              const nnreg_visitor *visitor, bool *going, nnreg_message *why)
{
  const nnreg_cursor begin = *cursor;
  nnreg_field field;
  nnreg_end end = NNREG_MORE_FIELDS;
  for (size_t column = 0; column < about->num_columns; column++) {
    if (end == NNREG_LAST_FIELD) return ragged(text, about, &begin, column, why);
    end = nnreg_cursor_field(cursor, &field);
    if (end > NNREG_LAST_FIELD) return quote_fault(text, end, cursor->from_line, why);
    *going = visitor->visit(visitor->context, row, column, cursor, &field);
    if (!*going) return NNREG_OK;
  }
  if (end == NNREG_LAST_FIELD) return NNREG_OK;
  return ragged(text, about, &begin, about->num_columns + count_fields(cursor), why);
}

nnreg_status nnreg_each_field(const nnreg_text *text, const nnreg_table_format *format,
                              const nnreg_table_about *about, size_t num_rows, nnreg_cursor *cursor,
                              const nnreg_visitor *visitor, nnreg_message *why)
{
  const bool one_column = about->num_columns == 1, below_header = format->header == NNREG_HEADER;
  *cursor = nnreg_cursor_records(text, format, about->at, about->line);
  bool going = true;
  for (size_t row = 0; going && row < num_rows; row++) {
    if (row % ROWS_AT_ONCE == 0 && nnreg_is_raised(text->flag)) return nnreg_stopped(why);
    nnreg_row_kind kind = nnreg_cursor_row(cursor, one_column && (row > 0 || below_header));
    if (kind == NNREG_NO_ROW) break;
    if (row > UINT32_MAX - 2) return nnreg_refuse(why, "%s: has too many rows", text->name);
    if (kind == NNREG_EMPTY_ROW) {
      const nnreg_field empty = {.start = cursor->at, .first = cursor->at, .last = cursor->at};
      going = visitor->visit(visitor->context, row, 0, cursor, &empty);
      continue;
    }
    nnreg_status status = visit_row(text, cursor, about, row, visitor, &going, why);
    if (status != NNREG_OK) return status;
  }
  return NNREG_OK;
}

/* -------------------------------------------------------------- Delimiter -- */

/* How the first records look with a delimiter. */
typedef struct {
  size_t first;                   /* fields of the first record                  */
  size_t second;                  /* of the second                               */
  size_t like_first, like_second; /* records with as many fields   */
  size_t num_rows;
} sample;

/* Fields of a record, 0 if its quotes are wrong. */
static size_t fields_of_row(nnreg_cursor *cursor)
{
  nnreg_field field;
  nnreg_end end = NNREG_MORE_FIELDS;
  size_t count = 0;
  for (; end == NNREG_MORE_FIELDS; count++) end = nnreg_cursor_field(cursor, &field);
  return end == NNREG_LAST_FIELD ? count : 0;
}

static sample sample_rows(nnreg_cursor cursor)
{
  sample seen = {0};
  while (seen.num_rows < NNREG_SAMPLE_ROWS && nnreg_cursor_row(&cursor, false) != NNREG_NO_ROW) {
    size_t count = fields_of_row(&cursor);
    if (seen.num_rows == 0) seen.first = count;
    if (seen.num_rows == 1) seen.second = count;
    seen.like_first += count == seen.first;
    seen.like_second += seen.num_rows > 0 && count == seen.second;
    seen.num_rows++;
    if (count == 0) break;
  }
  return seen;
}

/* Records that have as many fields as the first; or all, if it is of names and one shorter. */
static size_t records_alike(const sample *seen)
{
  const bool short_names = seen->num_rows > 1 && seen->second == seen->first + 1 &&
                           seen->like_second + 1 == seen->num_rows;
  return short_names ? seen->num_rows : seen->like_first;
}

/* Blanks divide texts too, so that they count only where nothing else can be. */
static bool are_blanks_meant(const nnreg_text *text, const nnreg_cursor *start,
                             const nnreg_table_format *format, bool needs_one)
{
  const size_t at = (size_t)(start->at - text->bytes);
  nnreg_table_format blanks = *format;
  blanks.delimiter = ' ';
  const nnreg_cursor cursor = nnreg_cursor_records(text, &blanks, at, start->line);
  const sample seen = sample_rows(cursor);
  if (records_alike(&seen) < seen.num_rows || seen.second < 2) return false;
  return needs_one || (seen.first >= 2 && nnreg_are_numbers(cursor, &blanks));
}

/* The delimiter that divides most records as the first one. If none divides the first record but
 * one divides all others alike, lines stand above the table, and the rows' check will tell; where
 * that is not certain, *unused is it. */
static char find_delimiter(const nnreg_text *text, const nnreg_cursor *start,
                           const nnreg_table_format *format, char *unused)
{
  static const char candidates[] = {'\t', ';', ',', '|', ' '};
  const bool needs_one = nnreg_needs_delimiter(*start);
  char best = NNREG_NO_DELIMITER, below = NNREG_NO_DELIMITER;
  size_t most = 0;
  for (size_t i = 0; i < sizeof candidates; i++) {
    const char candidate = candidates[i];
    const size_t at = (size_t)(start->at - text->bytes);
    if (candidate == format->decimal) continue;
    nnreg_table_format with = *format;
    with.delimiter = candidate;
    sample seen = sample_rows(nnreg_cursor_records(text, &with, at, start->line));
    const bool others_alike = seen.first == 1 && seen.second >= 2 && seen.num_rows > 2 &&
                              seen.like_second + 1 == seen.num_rows;
    if (candidate == ' ') {
      if (seen.first >= 2 && seen.like_first == seen.num_rows) *unused = candidate;
    } else if (seen.first >= 2 && records_alike(&seen) > most) {
      best = candidate;
      most = records_alike(&seen);
    } else if (others_alike && candidate == ',' && seen.second == 2 && !needs_one) {
      *unused = candidate; /* or a decimal number, or a name */
    } else if (others_alike) {
      below = candidate;
    }
  }
  if (best == NNREG_NO_DELIMITER) best = below;
  if (best == NNREG_NO_DELIMITER && are_blanks_meant(text, start, format, needs_one)) best = ' ';
  if (best != NNREG_NO_DELIMITER) *unused = 0;
  return best;
}

/* ------------------------------------------------------------------ Start -- */

/* A line "sep=;", which spreadsheets write and read. */
static void take_sep_line(nnreg_cursor *cursor, nnreg_table_format *format)
{
  static const char word[] = "sep=", marks[] = "\t;,|:^~!#$%&/";
  const size_t length = sizeof word - 1, left = (size_t)(cursor->end - cursor->at);
  if (left <= length || memcmp(cursor->at, word, length) != 0) return;
  const unsigned char mark = cursor->at[length];
  if (left > length + 1 && cursor->at[length + 1] != '\r' && cursor->at[length + 1] != '\n') return;
  if (!memchr(marks, mark, sizeof marks - 1)) return;
  if (format->delimiter == 0) format->delimiter = (char)mark;
  nnreg_cursor_skip_line(cursor);
}

static nnreg_status check_bytes(const nnreg_text *text, nnreg_message *why)
{
  const unsigned char *zero = text->num_bytes ? memchr(text->bytes, 0, text->num_bytes) : NULL;
  if (!zero) return NNREG_OK;
  return nnreg_fail(why, NNREG_BAD_FILE, "%s: line %zu has a zero byte: this is no text",
                    text->name, nnreg_line_of(text, zero));
}

/* The mark of thousands, if it is the other one of the two, says what the decimal mark is. */
static void settle_decimal(nnreg_table_format *format)
{
  if (format->decimal == 0 && format->thousands == '.') format->decimal = ',';
  if (format->decimal == 0 && format->thousands == ',') format->decimal = '.';
}

static nnreg_status check_marks(const nnreg_table_format *format, nnreg_message *why)
{
  const bool divides = format->decimal == format->delimiter;
  if (format->decimal == 0 || !(divides || format->decimal == format->thousands)) return NNREG_OK;
  return nnreg_refuse(why, "the decimal mark is the %s too",
                      divides ? "delimiter" : "mark of thousands");
}

nnreg_status nnreg_table_find(const nnreg_text *text, nnreg_table_format *format,
                              nnreg_table_about *about, nnreg_message *why)
{
  static const unsigned char mark[] = {0xEF, 0xBB, 0xBF};
  const bool marked = text->num_bytes >= sizeof mark && memcmp(text->bytes, mark, sizeof mark) == 0;
  *about = (nnreg_table_about){0};
  nnreg_status status = check_bytes(text, why);
  if (status != NNREG_OK) return status;
  settle_decimal(format);
  nnreg_cursor cursor = nnreg_cursor_start(text, NNREG_NO_DELIMITER, marked ? sizeof mark : 0, 1);
  cursor.comment = format->comment;
  for (size_t i = 0; i < format->skip_lines && cursor.at < cursor.end; i++)
    nnreg_cursor_skip_line(&cursor);
  take_sep_line(&cursor, format);
  if (format->delimiter == 0)
    format->delimiter = find_delimiter(text, &cursor, format, &about->unused);
  status = check_marks(format, why);
  if (status != NNREG_OK) return status;
  cursor = nnreg_cursor_records(text, format, (size_t)(cursor.at - text->bytes), cursor.line);
  if (nnreg_cursor_row(&cursor, false) == NNREG_NO_ROW)
    return nnreg_fail(why, NNREG_BAD_FILE, "%s: is empty", text->name);
  about->at = (size_t)(cursor.at - text->bytes);
  about->line = cursor.line;
  nnreg_field field;
  nnreg_end end = NNREG_MORE_FIELDS;
  for (; end == NNREG_MORE_FIELDS; about->num_columns++) end = nnreg_cursor_field(&cursor, &field);
  if (end > NNREG_LAST_FIELD) return quote_fault(text, end, cursor.from_line, why);
  nnreg_find_short_names(text, format, about);
  return NNREG_OK;
}
