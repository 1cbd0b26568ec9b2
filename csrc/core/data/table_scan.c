/* What the columns of a table hold.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fields.h"
#include "os/os.h"

/* How many fields of a column below the first record may be what. */
typedef struct {
  size_t gaps, dashes, points, commas, codes, longs, logicals, values;
  size_t thousands, grouped, whole; /* see nnreg_column_about; numbers without marks */
  size_t years;                     /* whole numbers from 1000 to 2999 */
  unsigned first;                   /* flags of the first record's field */
  int first_year;                   /* its year, or 0 */
} tally;

typedef struct {
  nnreg_gap_words words;
  const nnreg_text *text;
  tally *tallies;
  nnreg_column_about *columns;
  size_t num_rows;
  bool below_names; /* the first record is a row */
} scan;

static void add_flags(tally *to, unsigned flags)
{
  to->gaps += (flags & NNREG_IS_GAP) != 0;
  to->dashes += (flags & NNREG_IS_DASH) != 0;
  to->points += (flags & NNREG_IS_POINT) != 0;
  to->commas += (flags & NNREG_IS_COMMA) != 0;
  to->codes += (flags & NNREG_IS_CODE) != 0;
  to->longs += (flags & NNREG_IS_LONG) != 0;
  to->logicals += (flags & NNREG_IS_LOGICAL) != 0;
  const unsigned both = NNREG_IS_POINT | NNREG_IS_COMMA;
  to->thousands += (flags & NNREG_IS_THOUSANDS) != 0;
  to->grouped += (flags & NNREG_IS_GROUPED) != 0;
  to->whole += (flags & both) == both;
  to->values += (flags & (NNREG_IS_GAP | NNREG_IS_DASH)) == 0;
}

static bool is_odd(unsigned flags)
{
  return (flags & (NNREG_IS_GAP | NNREG_IS_DASH | NNREG_IS_POINT | NNREG_IS_COMMA)) == 0;
}

/* A number such as 1999 or 2001, else 0. */
static int year_of(const nnreg_field *field)
{
  if (nnreg_field_bytes(field) != 4 || (*field->first != '1' && *field->first != '2')) return 0;
  int year = 0;
  for (const unsigned char *at = field->first; at < field->last; at++) {
    if (*at < '0' || *at > '9') return 0;
    year = 10 * year + (*at - '0');
  }
  return year;
}

static bool scan_field(void *context, size_t row, size_t column, const nnreg_cursor *cursor,
                       const nnreg_field *field)
{
  scan *work = context;
  nnreg_column_about *about = &work->columns[column];
  unsigned flags = nnreg_field_flags(&work->words, field);
  const size_t at = (size_t)(field->start - work->text->bytes);
  work->num_rows = row + 1;
  if (row == 0 && !work->below_names) {
    work->tallies[column].first = flags;
    work->tallies[column].first_year = year_of(field);
    about->title = at;
    return true;
  }
  add_flags(&work->tallies[column], flags);
  work->tallies[column].years += year_of(field) != 0;
  if (is_odd(flags) && about->odd_line == 0) {
    about->odd = at;
    about->odd_line = cursor->from_line;
  }
  return true;
}

/* Whether all values of a column are numbers, with a decimal comma or a point. */
static bool all_numbers(const tally *column, bool comma)
{
  return column->values > 0 && (comma ? column->commas : column->points) == column->values;
}

/* A text above numbers; numbers in the first record; any text there. */
typedef struct {
  bool above, numbers, texts, whole, dates;
} first_record;

static first_record look_at_first(const tally *tallies, size_t num_columns)
{
  const unsigned number = NNREG_IS_POINT | NNREG_IS_COMMA;
  first_record seen = {.whole = true};
  for (size_t j = 0; j < num_columns; j++) {
    const tally *column = &tallies[j];
    const bool text = is_odd(column->first) && !(column->first & NNREG_IS_LOGICAL);
    const bool typed = all_numbers(column, false) || all_numbers(column, true) ||
                       (column->values > 0 && column->logicals == column->values);
    seen.above = seen.above || (text && typed);
    seen.numbers = seen.numbers || (column->first & (number | NNREG_IS_LOGICAL));
    seen.texts = seen.texts || text;
    seen.whole = seen.whole && !(column->first & NNREG_IS_GAP);
    seen.dates = seen.dates || (text && (column->first & NNREG_BEGINS_DIGIT));
  }
  return seen;
}

/* Whether all titles differ. */
static bool titles_differ(const nnreg_text *text, const nnreg_table_format *format,
                          const nnreg_column_about *columns, size_t num_columns)
{
  for (size_t j = 1; j < num_columns; j++) {
    nnreg_cursor a = nnreg_cursor_start(text, format->delimiter, columns[j].title, 1);
    nnreg_field one, other;
    (void)nnreg_cursor_field(&a, &one);
    for (size_t k = 0; k < j; k++) {
      nnreg_cursor b = nnreg_cursor_start(text, format->delimiter, columns[k].title, 1);
      (void)nnreg_cursor_field(&b, &other);
      if (nnreg_field_bytes(&one) == nnreg_field_bytes(&other) &&
          memcmp(one.first, other.first, nnreg_field_bytes(&one)) == 0)
        return false;
    }
  }
  return true;
}

/* Whether the numbers of the first record are years in even steps, two at least, and not all of
 * these columns hold years: land,2001,2002. */
static bool names_are_years(const tally *tallies, size_t num_columns)
{
  int last = 0, step = 0;
  size_t count = 0, of_years = 0;
  for (size_t j = 0; j < num_columns; j++) {
    const tally *column = &tallies[j];
    if (!(column->first & (NNREG_IS_POINT | NNREG_IS_COMMA))) continue;
    if (column->first_year == 0) return false;
    of_years += column->values > 0 && column->years == column->values;
    if (count == 1) step = column->first_year - last;
    if (count > 0 && (step == 0 || column->first_year - last != step)) return false;
    last = column->first_year;
    count++;
  }
  return count >= 2 && of_years < count;
}

/* Among texts alone the first record has names if they differ, and none is empty or a date. */
static nnreg_header find_header(const scan *work, const nnreg_table_format *format,
                                nnreg_table_about *about)
{
  first_record seen = look_at_first(work->tallies, about->num_columns);
  const bool years = seen.texts && names_are_years(work->tallies, about->num_columns);
  about->doubtful_header = seen.numbers && (seen.above || years);
  if (seen.above || years) return NNREG_HEADER;
  if (seen.numbers || !seen.texts) return NNREG_NO_HEADER;
  enum { MOST_COMPARED = 2000 }; /* titles are compared in pairs */
  bool names = seen.whole && !seen.dates &&
               (about->num_columns > MOST_COMPARED ||
                titles_differ(work->text, format, work->columns, about->num_columns));
  return names ? NNREG_HEADER : NNREG_NO_HEADER;
}

/* The first record is a row like the others. */
static void count_first(scan *work, size_t num_columns, size_t line)
{
  for (size_t j = 0; j < num_columns; j++) {
    nnreg_column_about *column = &work->columns[j];
    add_flags(&work->tallies[j], work->tallies[j].first);
    if (!is_odd(work->tallies[j].first)) continue;
    column->odd = column->title;
    column->odd_line = line;
  }
}

static char find_decimal(const scan *work, const nnreg_table_format *format,
                         nnreg_table_about *about)
{
  size_t points = 0, commas = 0;
  bool only_point = false, only_comma = false;
  for (size_t j = 0; j < about->num_columns; j++) {
    bool point = all_numbers(&work->tallies[j], false),
         comma = all_numbers(&work->tallies[j], true);
    points += point;
    commas += comma;
    only_point = only_point || (point && !comma);
    only_comma = only_comma || (comma && !point);
  }
  const char decimal = commas > points && format->delimiter != ',' ? ',' : '.';
  about->mixed_decimals = decimal == ',' ? only_point : only_comma;
  return decimal;
}

/* Values of a column in which the decimal mark may as well stand between thousands. */
static size_t doubtful_values(const tally *from, char decimal)
{
  return decimal == ',' ? from->thousands : from->grouped;
}

/* Whether the decimal mark, which was guessed, may be one between thousands: 1,234, or 1.234 among
 * semicolons, if no column says otherwise, such as 1,5. */
static bool decimal_is_doubtful(const scan *work, const nnreg_table_format *format,
                                size_t num_columns)
{
  const char decimal = format->decimal;
  if (decimal == '.' && format->delimiter != ';') return false;
  for (size_t j = 0; j < num_columns; j++) {
    const tally *column = &work->tallies[j];
    if (all_numbers(column, decimal == ',') &&
        doubtful_values(column, decimal) + column->whole < column->values)
      return false;
  }
  return true;
}

/* The mark that may stand between the thousands of a column, or 0. */
static char thousands_of(const tally *from, const nnreg_table_format *format, bool doubtful)
{
  const size_t others = format->decimal == ',' ? from->commas : from->points;
  const char mark = format->decimal == ',' ? '.' : ',';
  const size_t marked = mark == '.' ? from->grouped : from->thousands;
  if (others < from->values && marked > 0 && marked + others == from->values) return mark;
  const size_t count = doubtful_values(from, format->decimal);
  return doubtful && count > 0 && count + from->whole == from->values ? format->decimal : 0;
}

static void settle_column(const tally *from, bool comma, nnreg_column_about *to)
{
  to->numbers = comma ? from->commas : from->points;
  to->codes = from->codes;
  to->longs = from->longs;
  const bool numbers = to->numbers == from->values && from->codes == 0 && from->longs == 0;
  to->kind = numbers ? NNREG_NUMBERS : NNREG_TEXTS;
  if (from->values == 0 && from->dashes > 0) to->kind = NNREG_TEXTS;
  if (from->values > 0 && from->logicals == from->values && from->gaps + from->dashes == 0)
    to->kind = NNREG_LOGICALS;
  const size_t dashes_as_gaps = to->kind == NNREG_NUMBERS ? from->dashes : 0;
  to->gaps = from->gaps + dashes_as_gaps;
  to->values = from->values + from->dashes - dashes_as_gaps;
}

/* With the first record's end, the place of the first row. */
static void leave_header(const nnreg_text *text, const nnreg_table_format *format,
                         nnreg_table_about *about)
{
  nnreg_cursor cursor = nnreg_cursor_start(text, format->delimiter, about->at, about->line);
  nnreg_field field;
  for (size_t j = 0; j < about->num_columns; j++) (void)nnreg_cursor_field(&cursor, &field);
  about->at = (size_t)(cursor.at - text->bytes);
  about->line = cursor.line;
  about->num_rows--;
}

static void settle(scan *work, nnreg_table_format *format, nnreg_table_about *about)
{
  const bool guessed = format->decimal == 0;
  about->num_rows = work->num_rows;
  if (format->header == NNREG_FIND_HEADER) format->header = find_header(work, format, about);
  if (format->header == NNREG_NO_HEADER) count_first(work, about->num_columns, about->line);
  if (format->decimal == 0) format->decimal = find_decimal(work, format, about);
  const bool doubtful = guessed && decimal_is_doubtful(work, format, about->num_columns);
  for (size_t j = 0; j < about->num_columns; j++) {
    settle_column(&work->tallies[j], format->decimal == ',', &work->columns[j]);
    work->columns[j].thousands = thousands_of(&work->tallies[j], format, doubtful);
  }
  if (format->header == NNREG_HEADER && !work->below_names) leave_header(work->text, format, about);
}

/* Titles of names that are one fewer than the columns; the title of the other one is empty, as the
 * text has it at its end. */
static void take_short_names(const nnreg_text *text, const nnreg_table_format *format,
                             const nnreg_table_about *about, nnreg_column_about *columns)
{
  nnreg_cursor cursor = nnreg_cursor_start(text, format->delimiter, about->names_at, 1);
  nnreg_field field;
  const size_t first = about->naming == NNREG_FIRST_UNNAMED, count = about->num_columns - 1;
  columns[first ? 0 : count].title = text->num_bytes;
  for (size_t j = first; j < first + count; j++) {
    (void)nnreg_cursor_field(&cursor, &field);
    columns[j].title = (size_t)(field.start - text->bytes);
  }
}

nnreg_status nnreg_table_scan(const nnreg_text *text, nnreg_table_format *format,
                              nnreg_table_about *about, nnreg_column_about *columns,
                              nnreg_message *why)
{
  const size_t bytes = about->num_columns * sizeof(tally);
  scan work = {.words = nnreg_gap_words_of(format),
               .text = text,
               .columns = columns,
               .below_names = about->naming != NNREG_ALL_NAMED};
  work.tallies = nnreg_alloc(about->num_columns, sizeof(tally));
  if (!work.tallies) return nnreg_no_memory(why, "the columns of a table");
  memset(work.tallies, 0, bytes);
  memset(columns, 0, about->num_columns * sizeof *columns);
  nnreg_count_letters(text, about);
  if (work.below_names) take_short_names(text, format, about, columns);
  nnreg_cursor cursor;
  nnreg_status status = nnreg_each_field(text, format, about, SIZE_MAX, &cursor,
                                         &(nnreg_visitor){scan_field, &work}, why);
  if (status == NNREG_OK) settle(&work, format, about);
  nnreg_free(work.tallies);
  return status;
}
