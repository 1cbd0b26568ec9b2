/* Records and fields of a text, by RFC 4180 and what people make of it.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fields.h"

#include <string.h>

enum { QUOTE = '"' };

nnreg_cursor nnreg_cursor_start(const nnreg_text *text, char delimiter, size_t at, size_t line)
{
  nnreg_cursor cursor = {.at = text->bytes + at,
                         .end = text->bytes + text->num_bytes,
                         .line = line,
                         .from_line = line,
                         .delimiter = delimiter};
  cursor.stops['\n'] = cursor.stops['\r'] = cursor.stops[(unsigned char)delimiter] = true;
  if (delimiter == ' ') cursor.stops['\t'] = true;
  return cursor;
}

/* A space or a tab that separates nothing. */
static bool is_blank(const nnreg_cursor *cursor, const unsigned char *at)
{
  return *at == ' ' || (*at == '\t' && cursor->delimiter != '\t');
}

static const unsigned char *skip_blanks(const nnreg_cursor *cursor, const unsigned char *at)
{
  while (at < cursor->end && is_blank(cursor, at)) at++;
  return at;
}

static bool ends_line(const nnreg_cursor *cursor, const unsigned char *at)
{
  return at == cursor->end || *at == '\n' || *at == '\r';
}

/* Goes to the next line from the end of this one: CR LF, LF, CR, or the end of the text. */
static void next_line(nnreg_cursor *cursor, const unsigned char *at)
{
  if (at < cursor->end) {
    at += *at == '\r' && at + 1 < cursor->end && at[1] == '\n' ? 2 : 1;
    cursor->line++;
  }
  cursor->at = at;
}

void nnreg_cursor_skip_line(nnreg_cursor *cursor)
{
  const unsigned char *at = cursor->at;
  while (!ends_line(cursor, at)) at++;
  next_line(cursor, at);
}

nnreg_row_kind nnreg_cursor_row(nnreg_cursor *cursor, bool one_column)
{
  size_t empty = 0;
  while (cursor->pending == 0 && cursor->at < cursor->end) {
    const unsigned char *at = skip_blanks(cursor, cursor->at);
    if (at < cursor->end && cursor->comment && *at == (unsigned char)cursor->comment) {
      nnreg_cursor_skip_line(cursor);
      continue;
    }
    if (!ends_line(cursor, at)) {
      if (cursor->delimiter == ' ') cursor->at = at;
      break;
    }
    next_line(cursor, at);
    empty++;
  }
  if (cursor->at == cursor->end) return NNREG_NO_ROW;
  if (empty > 0 && one_column) cursor->pending = empty + 1;
  cursor->from_line = cursor->line;
  if (cursor->pending == 0) return NNREG_ROW;
  cursor->pending--;
  cursor->from_line = cursor->line - cursor->pending;
  return cursor->pending > 0 ? NNREG_EMPTY_ROW : NNREG_ROW;
}

/* Behind a field: its delimiter, or the end of the line. */
static nnreg_end end_field(nnreg_cursor *cursor, const unsigned char *at)
{
  if (!ends_line(cursor, at)) {
    at++;
    if (cursor->delimiter != ' ') {
      cursor->at = at;
      return NNREG_MORE_FIELDS;
    }
    at = skip_blanks(cursor, at);
    if (!ends_line(cursor, at)) {
      cursor->at = at;
      return NNREG_MORE_FIELDS;
    }
  }
  next_line(cursor, at);
  return NNREG_LAST_FIELD;
}

/* A field in quotes; at is behind the first. */
static nnreg_end quoted_field(nnreg_cursor *cursor, const unsigned char *at, nnreg_field *field)
{
  const unsigned char *end = cursor->end;
  size_t line = cursor->line;
  field->quoted = true;
  field->first = at;
  for (;; at++) {
    if (at == end) {
      cursor->from_line = line;
      return NNREG_OPEN_QUOTE;
    }
    if (*at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'))) cursor->line++;
    if (*at != QUOTE) continue;
    if (at + 1 == end || at[1] != QUOTE) break;
    field->doubled = true;
    at++;
  }
  field->last = at;
  at++;
  if (cursor->delimiter != ' ') at = skip_blanks(cursor, at);
  if (at == end || cursor->stops[*at]) return end_field(cursor, at);
  cursor->from_line = line;
  return NNREG_AFTER_QUOTE;
}

nnreg_end nnreg_cursor_field(nnreg_cursor *cursor, nnreg_field *field)
{
  const unsigned char *end = cursor->end, *at = skip_blanks(cursor, cursor->at);
  field->start = cursor->at;
  field->quoted = field->doubled = false;
  if (at < end && *at == QUOTE) return quoted_field(cursor, at + 1, field);
  field->first = at;
  while (at < end && !cursor->stops[*at]) at++;
  const unsigned char *last = at;
  while (last > field->first && is_blank(cursor, last - 1)) last--;
  field->last = last;
  return end_field(cursor, at);
}
