/* What a field says: gaps, numbers, logicals.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fields.h"

/* As pandas has them, but without None and none, which are levels of many columns; and ? of the
 * UCI repository, and the errors of spreadsheets. */
static const char *const USUAL_GAPS[] = {
    "NA",       "NaN",     "nan",     "N/A",      "n/a",   "NULL",   "null",   "?",       "\\N",
    "<NA>",     "#N/A",    "#NA",     "#N/A N/A", "-nan",  "-NaN",   "1.#IND", "-1.#IND", "1.#QNAN",
    "-1.#QNAN", "#DIV/0!", "#VALUE!", "#REF!",    "#NUM!", "#NAME?", "#NULL!"};

/* Texts among texts: a strand of DNA is + or -. */
static const char *const DASHES[] = {"-", "--", ".", "None", "none"};

#define COUNT(list) (sizeof(list) / sizeof *(list))

nnreg_gap_words nnreg_gap_words_of(const nnreg_table_format *format)
{
  nnreg_gap_words words = {.format = format};
  for (size_t i = 0; format->usual_gaps && i < COUNT(USUAL_GAPS); i++)
    words.begins[(unsigned char)*USUAL_GAPS[i]] = true;
  for (size_t i = 0; format->usual_gaps && i < COUNT(DASHES); i++)
    words.begins[(unsigned char)*DASHES[i]] = true;
  for (size_t i = 0; i < format->num_gaps; i++)
    words.begins[(unsigned char)*format->gaps[i]] = true;
  return words;
}

static bool is_among(const char *const *list, size_t count, const nnreg_field *field)
{
  size_t length = nnreg_field_bytes(field);
  for (size_t i = 0; i < count; i++)
    if (strlen(list[i]) == length && memcmp(list[i], field->first, length) == 0) return true;
  return false;
}

/* NNREG_IS_GAP, NNREG_IS_DASH or 0. */
static unsigned gap_flags(const nnreg_gap_words *words, const nnreg_field *field)
{
  const nnreg_table_format *format = words->format;
  if (field->first == field->last) return NNREG_IS_GAP;
  if (!words->begins[*field->first]) return 0;
  if (is_among(format->gaps, format->num_gaps, field)) return NNREG_IS_GAP;
  if (!format->usual_gaps) return 0;
  if (is_among(USUAL_GAPS, COUNT(USUAL_GAPS), field)) return NNREG_IS_GAP;
  return is_among(DASHES, COUNT(DASHES), field) ? NNREG_IS_DASH : 0;
}

bool nnreg_is_gap(const nnreg_gap_words *words, const nnreg_field *field, nnreg_column_kind kind)
{
  unsigned flags = gap_flags(words, field);
  return flags == NNREG_IS_GAP || (flags == NNREG_IS_DASH && kind != NNREG_TEXTS);
}

static bool equals(const nnreg_field *field, const char *word)
{
  return nnreg_bytes_are(field->first, nnreg_field_bytes(field), word);
}

bool nnreg_field_logical(const nnreg_field *field, bool any, bool *value)
{
  static const char *const yes[] = {"true", "t", "yes", "y", "1"};
  static const char *const no[] = {"false", "f", "no", "n", "0"};
  for (size_t i = 0; i < (any ? COUNT(yes) : 1); i++) {
    *value = equals(field, yes[i]);
    if (*value || equals(field, no[i])) return true;
  }
  return false;
}

/* Whether a number has no decimal mark, so that any would do. */
static bool is_whole(const nnreg_field *field)
{
  return !memchr(field->first, '.', nnreg_field_bytes(field));
}

/* What the field may be with marks between thousands, where none was given. */
static unsigned group_flags(const nnreg_table_format *format, const nnreg_field *field)
{
  nnreg_number number;
  const size_t length = nnreg_field_bytes(field);
  if (format->thousands || *field->first == '0') return 0;
  if (memchr(field->first, ',', length) &&
      nnreg_number_parse(field->first, field->last, '.', ',', &number))
    return NNREG_IS_THOUSANDS;
  if (memchr(field->first, '.', length) &&
      nnreg_number_parse(field->first, field->last, ',', '.', &number))
    return NNREG_IS_GROUPED;
  return 0;
}

unsigned nnreg_field_flags(const nnreg_gap_words *words, const nnreg_field *field)
{
  const nnreg_table_format *format = words->format;
  const char decimal = format->decimal ? format->decimal : '.';
  unsigned flags = gap_flags(words, field);
  nnreg_number number;
  bool value;
  if (flags) return flags;
  if (*field->first >= '0' && *field->first <= '9') flags = NNREG_BEGINS_DIGIT;
  bool plain = decimal == '.' &&
               nnreg_number_parse(field->first, field->last, '.', format->thousands, &number);
  bool comma = plain && format->decimal == 0 && is_whole(field);
  if (!plain && format->decimal != '.')
    comma = nnreg_number_parse(field->first, field->last, ',', format->thousands, &number);
  if (plain) flags |= NNREG_IS_POINT;
  if (comma) flags |= NNREG_IS_COMMA;
  flags |= group_flags(format, field);
  if (!plain && !comma)
    return nnreg_field_logical(field, false, &value) ? flags | NNREG_IS_LOGICAL : flags;
  if (number.leading_zeros) flags |= NNREG_IS_CODE;
  if (number.integer && !nnreg_number_is_exact(&number)) flags |= NNREG_IS_LONG;
  return flags;
}
