/* Tables of any bytes: the core's reader against one that is written as simply as can be.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"

enum { MOST_BYTES = 4096, MOST_FIELDS = 3 * MOST_BYTES };

/* ------------------------------------------------------------ Simple reader -- */

typedef struct {
  char text[MOST_BYTES + 1]; /* all texts, one behind the other */
  size_t used;
  size_t first[MOST_FIELDS + 1]; /* where each field's text begins */
  size_t num_fields, num_rows, num_columns;
  bool good;
} simple_table;

static simple_table simple;

/* The letter at i, '\n' for all that ends a line, 0 at the end. */
static int letter(const nnreg_text *text, size_t i)
{
  if (i >= text->num_bytes) return 0;
  return text->bytes[i] == '\r' ? '\n' : text->bytes[i];
}

static size_t behind_line(const nnreg_text *text, size_t i)
{
  if (i >= text->num_bytes) return i;
  bool two = text->bytes[i] == '\r' && i + 1 < text->num_bytes && text->bytes[i + 1] == '\n';
  return i + (two ? 2 : 1);
}

static size_t behind_blanks(const nnreg_text *text, size_t i, char delimiter)
{
  while (letter(text, i) == ' ' || (letter(text, i) == '\t' && delimiter != '\t')) i++;
  return i;
}

static bool ends_field(int c, char delimiter)
{
  return c == 0 || c == '\n' || c == delimiter || (delimiter == ' ' && c == '\t');
}

static void end_field(void) { simple.first[++simple.num_fields] = simple.used; }

/* One field from i on; sets simple.good to false if its quotes are wrong. */
static size_t simple_field(const nnreg_text *text, size_t i, char delimiter)
{
  i = behind_blanks(text, i, delimiter);
  bool quoted = letter(text, i) == '"';
  size_t trimmed = simple.used;
  for (i += quoted;; i++) {
    int c = letter(text, i);
    if (quoted && c == 0) simple.good = false;
    if (quoted && c == '"' && letter(text, i + 1) == '"')
      i++;
    else if (quoted ? c == '"' || c == 0 : ends_field(c, delimiter))
      break;
    simple.text[simple.used++] = (char)text->bytes[i];
    if (c != ' ' && c != '\t') trimmed = simple.used;
  }
  if (!quoted) simple.used = trimmed;
  i += quoted;
  if (quoted && delimiter != ' ') i = behind_blanks(text, i, delimiter);
  if (!ends_field(letter(text, i), delimiter)) simple.good = false;
  end_field();
  return i;
}

static size_t simple_row(const nnreg_text *text, size_t i, char delimiter)
{
  size_t before = simple.num_fields;
  for (;;) {
    i = simple_field(text, i, delimiter);
    if (!simple.good) return i;
    bool more = letter(text, i) != 0 && letter(text, i) != '\n';
    if (more) i++;
    if (more && delimiter == ' ') i = behind_blanks(text, i, delimiter);
    if (more && delimiter == ' ' && (letter(text, i) == 0 || letter(text, i) == '\n')) more = false;
    if (!more) break;
  }
  size_t count = simple.num_fields - before;
  if (simple.num_rows == 0) simple.num_columns = count;
  if (count != simple.num_columns) simple.good = false;
  simple.num_rows++;
  return behind_line(text, i);
}

static void read_simply(const nnreg_text *text, size_t i, char delimiter, char comment)
{
  size_t empty = 0;
  memset(&simple, 0, sizeof simple);
  simple.good = true;
  while (simple.good) {
    size_t next = behind_blanks(text, i, delimiter);
    if (letter(text, next) == 0) break;
    if (comment && letter(text, next) == comment) {
      for (i = next; letter(text, i) != 0 && letter(text, i) != '\n';) i++;
      i = behind_line(text, i);
      continue;
    }
    if (letter(text, next) == '\n') {
      i = behind_line(text, next);
      empty++;
      continue;
    }
    for (; empty > 0 && simple.num_columns == 1; empty--) {
      end_field();
      simple.num_rows++;
    }
    empty = 0;
    i = simple_row(text, i, delimiter);
  }
}

/* ---------------------------------------------------------------- Checking -- */

typedef struct {
  nnreg_text text;
  nnreg_table_format format;
  nnreg_table_about about;
  nnreg_column_about *found;
  nnreg_table_column *columns;
  double *numbers;
  bool *logicals;
  uint32_t *codes;
  uint64_t *starts;
} reading;

static void read_columns(reading *own, bool as_texts)
{
  nnreg_table_fault fault;
  nnreg_message why = {""};
  const size_t rows = own->about.num_rows;
  for (size_t j = 0; j < own->about.num_columns; j++) {
    nnreg_table_column *column = &own->columns[j];
    column->kind = as_texts ? NNREG_TEXTS : own->found[j].kind;
    column->numbers = own->numbers + j * rows;
    column->logicals = own->logicals + j * rows;
    column->codes = own->codes + j * rows;
    column->starts = own->starts + j * (rows + 1);
  }
  nnreg_table_about part = own->about;
  EXPECT(nnreg_table_read(&own->text, &own->format, &part, own->columns, &fault, &why) == NNREG_OK);
  EXPECT(!fault.found);
}

/* Whether the table begins with a record of names. */
static size_t num_headers(const reading *own)
{
  return own->format.header == NNREG_HEADER && own->about.naming == NNREG_ALL_NAMED;
}

/* The text of a field of the simple reader, as a string until the next call. */
static char *simple_text(const reading *own, size_t row, size_t column)
{
  size_t k = (row + num_headers(own)) * simple.num_columns + column;
  EXPECT(k < simple.num_fields);
  size_t count = simple.first[k + 1] - simple.first[k];
  static char text[MOST_BYTES + 1];
  memcpy(text, simple.text + simple.first[k], count);
  text[count] = '\0';
  return text;
}

static void compare_text(const reading *own, size_t row, size_t column, const char *wanted)
{
  const nnreg_table_column *read = &own->columns[column];
  uint32_t code = read->codes[row];
  EXPECT(code >= 1 && code <= read->num_texts);
  if (code == 1) {
    EXPECT(own->format.usual_gaps || *wanted == '\0' || strcmp(wanted, "-9") == 0);
    return;
  }
  size_t at = (size_t)read->starts[code - 1];
  size_t count = nnreg_table_text(&own->text, &own->format, NNREG_UTF8, at, NULL);
  char text[MOST_BYTES + 1] = "";
  EXPECT(count <= MOST_BYTES);
  EXPECT(nnreg_table_text(&own->text, &own->format, NNREG_UTF8, at, text) == count);
  EXPECT(strcmp(text, wanted) == 0);
}

static void compare_number(const reading *own, double number, char *wanted)
{
  if (isnan(number)) return;
  char *to = wanted;
  for (const char *from = wanted; *from; from++)
    if (*from != own->format.thousands) *to++ = (char)(*from == own->format.decimal ? '.' : *from);
  *to = '\0';
  char *end;
  double value = strtod(wanted, &end);
  EXPECT(*wanted && *end == '\0' && memcmp(&value, &number, sizeof value) == 0);
}

static void compare(reading *own)
{
  const nnreg_table_about *about = &own->about;
  const size_t rows = about->num_rows, count = about->num_columns;
  EXPECT(rows + num_headers(own) == simple.num_rows);
  own->numbers = take(rows * count, sizeof(double));
  own->logicals = take(rows * count, sizeof(bool));
  own->codes = take(rows * count, sizeof(uint32_t));
  own->starts = take((rows + 1) * count, sizeof(uint64_t));
  read_columns(own, true);
  for (size_t row = 0; row < about->num_rows; row++)
    for (size_t j = 0; j < about->num_columns; j++)
      compare_text(own, row, j, simple_text(own, row, j));
  read_columns(own, false);
  for (size_t j = 0; j < about->num_columns; j++) {
    if (own->columns[j].kind != NNREG_LOGICALS)
      EXPECT(own->columns[j].num_gaps == own->found[j].gaps);
    for (size_t row = 0; own->columns[j].kind == NNREG_NUMBERS && row < about->num_rows; row++)
      compare_number(own, own->columns[j].numbers[row], simple_text(own, row, j));
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char delimiters[] = {0, ',', ';', '\t', ' ', '|', NNREG_NO_DELIMITER, 0};
  static const char decimals[] = {0, '.', ',', 0}, thousands[] = {0, '.', ',', '\''};
  static const char *const gaps[] = {"-9"};
  fuzz_input input = {data, size};
  nnreg_message why = {""};
  uint8_t choice = fuzz_byte(&input), more = fuzz_byte(&input);
  reading own = {.format = {.delimiter = delimiters[choice % 8],
                            .decimal = decimals[choice / 8 % 4],
                            .thousands = thousands[choice / 32 % 4],
                            .header = (nnreg_header)(more % 3),
                            .usual_gaps = more / 4 % 2,
                            .num_gaps = more / 8 % 2,
                            .gaps = gaps,
                            .skip_lines = more / 16 % 4,
                            .comment = more / 64 == 1 ? '#' : 0}};
  own.text = (nnreg_text){.name = "t", .bytes = input.bytes, .num_bytes = input.left};
  if (input.left > MOST_BYTES) return 0;
  nnreg_status status = nnreg_table_find(&own.text, &own.format, &own.about, &why);
  EXPECT(status == NNREG_OK || status == NNREG_BAD_FILE || status == NNREG_BAD_ARGUMENT);
  if (status != NNREG_OK) return 0;
  EXPECT(own.about.num_columns > 0);
  read_simply(&own.text, own.about.at, own.format.delimiter, own.format.comment);
  own.found = take(own.about.num_columns, sizeof *own.found);
  own.columns = take(own.about.num_columns, sizeof *own.columns);
  status = nnreg_table_scan(&own.text, &own.format, &own.about, own.found, &why);
  EXPECT(simple.good == (status == NNREG_OK));
  EXPECT(status == NNREG_OK || status == NNREG_BAD_FILE);
  if (status == NNREG_OK) compare(&own);
  give_back(NULL);
  return 0;
}
