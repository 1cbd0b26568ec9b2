/* UTF-8, and what is none.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fields.h"

/* Bytes of the letter of UTF-8 at `at`; 0 if there is none (table 3-7 of the Unicode standard). */
static size_t letter_bytes(const unsigned char *at, const unsigned char *end)
{
  size_t count = *at < 0x80   ? 1
                 : *at < 0xC2 ? 0
                 : *at < 0xE0 ? 2
                 : *at < 0xF0 ? 3
                 : *at < 0xF5 ? 4
                              : 0;
  if (count < 2) return count;
  if ((size_t)(end - at) < count) return 0;
  const unsigned char least = *at == 0xE0 ? 0xA0 : *at == 0xF0 ? 0x90 : 0x80;
  const unsigned char most = *at == 0xED ? 0x9F : *at == 0xF4 ? 0x8F : 0xBF;
  if (at[1] < least || at[1] > most) return 0;
  for (size_t i = 2; i < count; i++)
    if ((at[i] & 0xC0) != 0x80) return 0;
  return count;
}

size_t nnreg_line_of(const nnreg_text *text, const unsigned char *place)
{
  nnreg_cursor cursor = nnreg_cursor_start(text, NNREG_NO_DELIMITER, 0, 1);
  for (;;) {
    size_t line = cursor.line;
    nnreg_cursor_skip_line(&cursor);
    if (cursor.at > place || cursor.at == cursor.end) return line;
  }
}

void nnreg_count_letters(const nnreg_text *text, nnreg_table_about *about)
{
  const unsigned char *at = text->bytes, *end = at + text->num_bytes, *first = NULL;
  while (at < end) {
    size_t count = *at < 0x80 ? 1 : letter_bytes(at, end);
    about->num_letters += count > 1;
    if (count > 0) {
      at += count;
      continue;
    }
    if (!first) first = at;
    about->num_foreign++;
    about->has_controls = about->has_controls || *at < 0xA0;
    at++;
  }
  if (first) about->foreign_line = nnreg_line_of(text, first);
}

/* What Windows has in place of the controls 0x80 .. 0x9F (WHATWG's table of windows-1252). */
static const uint16_t WINDOWS[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/* A byte of an encoding of one byte a letter, as UTF-8; returns the number of bytes, 1 to 3. */
static size_t encode(unsigned char letter, nnreg_encoding encoding, unsigned char *out)
{
  unsigned code = letter;
  if (encoding == NNREG_WINDOWS1252 && letter >= 0x80 && letter < 0xA0)
    code = WINDOWS[letter - 0x80];
  if (code < 0x80 || encoding == NNREG_UTF8) {
    out[0] = letter;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (unsigned char)(0xC0 | code >> 6);
    out[1] = (unsigned char)(0x80 | (code & 0x3F));
    return 2;
  }
  out[0] = (unsigned char)(0xE0 | code >> 12);
  out[1] = (unsigned char)(0x80 | (code >> 6 & 0x3F));
  out[2] = (unsigned char)(0x80 | (code & 0x3F));
  return 3;
}

size_t nnreg_table_text(const nnreg_text *text, const nnreg_table_format *format,
                        nnreg_encoding encoding, size_t at, char *out)
{
  nnreg_field field;
  unsigned char letter[4];
  size_t used = 0;
  if (at >= text->num_bytes) return 0;
  nnreg_cursor cursor = nnreg_cursor_start(text, format->delimiter, at, 1);
  if (nnreg_cursor_field(&cursor, &field) > NNREG_LAST_FIELD) return 0;
  for (const unsigned char *from = field.first; from < field.last; from++) {
    size_t count = encode(*from, encoding, letter);
    if (out) memcpy(out + used, letter, count);
    used += count;
    if (field.doubled && *from == '"') from++;
  }
  return used;
}
