/* The fields of a text that holds a table, and what is written in them.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_FIELDS_H
#define NNREG_FIELDS_H

#include "nnreg.h"

/* ------------------------------------------------------------ fields.c -- */

/* Where reading is in a text. */
typedef struct {
  const unsigned char *at, *end;
  size_t line;      /* number of the line at `at`, from 1                     */
  size_t from_line; /* the line where the current record or quote begins      */
  size_t pending;   /* one column: empty lines before `at` that are rows      */
  char delimiter;
  char comment;    /* begins lines that are no records; 0: none              */
  bool stops[256]; /* bytes that end a field without quotes                  */
} nnreg_cursor;

/* A field: its text is first .. last - 1, in which two quotes mean one if `doubled`. */
typedef struct {
  const unsigned char *start; /* of the field, before blanks and the quote */
  const unsigned char *first, *last;
  bool quoted, doubled;
} nnreg_field;

typedef enum { NNREG_MORE_FIELDS, NNREG_LAST_FIELD, NNREG_OPEN_QUOTE, NNREG_AFTER_QUOTE } nnreg_end;

typedef enum { NNREG_NO_ROW, NNREG_ROW, NNREG_EMPTY_ROW } nnreg_row_kind;

/* A cursor at byte `at`, which lies in line `line`. */
nnreg_cursor nnreg_cursor_start(const nnreg_text *text, char delimiter, size_t at, size_t line);

/* One that goes through records: it skips lines of comments. */
static inline nnreg_cursor nnreg_cursor_records(const nnreg_text *text,
                                                const nnreg_table_format *format, size_t at,
                                                size_t line)
{
  nnreg_cursor cursor = nnreg_cursor_start(text, format->delimiter, at, line);
  cursor.comment = format->comment;
  return cursor;
}

/* Goes to the next record. Lines without anything but blanks are skipped; of a table of one column
 * (one_column) those between two records are empty rows. */
nnreg_row_kind nnreg_cursor_row(nnreg_cursor *cursor, bool one_column);

/* Reads a field, and behind the last one of a record the end of its line. */
nnreg_end nnreg_cursor_field(nnreg_cursor *cursor, nnreg_field *field);

/* Goes behind the end of the line. */
void nnreg_cursor_skip_line(nnreg_cursor *cursor);

/* Whether `count` bytes are the word, which has small letters only, in any case of A to Z. */
static inline bool nnreg_bytes_are(const unsigned char *first, size_t count, const char *word)
{
  size_t i = 0;
  for (; i < count && word[i]; i++) {
    unsigned char letter = first[i];
    if (letter >= 'A' && letter <= 'Z') letter = (unsigned char)(letter - 'A' + 'a');
    if (letter != (unsigned char)word[i]) return false;
  }
  return i == count && !word[i];
}

static inline size_t nnreg_field_bytes(const nnreg_field *field)
{
  return (size_t)(field->last - field->first);
}

/* ------------------------------------------------------------ number.c -- */

/* A number as it is written: (-1)^negative * mantissa * 10^exponent if it has at most 19 digits.
 * More digits are read again from first .. last - 1. */
typedef struct {
  bool negative, infinite;
  bool integer;       /* digits alone                          */
  bool leading_zeros; /* an integer that begins with a needless 0 */
  uint64_t mantissa;  /* of the first 19 significant digits    */
  size_t num_digits;  /* significant                           */
  long exponent;
  const unsigned char *first, *last;
} nnreg_number;

/* Whether the bytes first .. last - 1 are a number: a sign, digits with or without the decimal
 * mark, an exponent; or inf, infinity. With `thousands` (0: none) groups of three digits may be
 * separated, with commas also as in India: 12,34,567. */
bool nnreg_number_parse(const unsigned char *first, const unsigned char *last, char decimal,
                        char thousands, nnreg_number *number);

/* The nearest double; of two, the even one. */
double nnreg_number_value(const nnreg_number *number);

/* Whether an integer is a double. One of more than 19 digits counts as none. */
bool nnreg_number_is_exact(const nnreg_number *number);

/* ------------------------------------------------------------- words.c -- */

/* What a field says. */
enum {
  NNREG_IS_GAP = 1,         /* empty, or a word for a missing value                         */
  NNREG_IS_DASH = 2,        /* such as "-": a gap among numbers, a text among texts         */
  NNREG_IS_POINT = 4,       /* a number with a decimal point, or without decimals           */
  NNREG_IS_COMMA = 8,       /* a number with a decimal comma, or without decimals           */
  NNREG_IS_CODE = 16,       /* an integer with leading zeros                                */
  NNREG_IS_LONG = 32,       /* an integer that no double holds                              */
  NNREG_IS_LOGICAL = 64,    /* true or false                                                */
  NNREG_IS_THOUSANDS = 256, /* a number with , between thousands                             */
  NNREG_IS_GROUPED = 512,   /* a number with . between thousands, and a decimal comma or none */
  NNREG_BEGINS_DIGIT = 128  /* a date, perhaps                                             */
};

/* The words for gaps, by their first letters. */
typedef struct {
  const nnreg_table_format *format;
  bool begins[256];
} nnreg_gap_words;

nnreg_gap_words nnreg_gap_words_of(const nnreg_table_format *format);

/* Whether a field is a gap in a column of this kind. */
bool nnreg_is_gap(const nnreg_gap_words *words, const nnreg_field *field, nnreg_column_kind kind);

/* What the field may be, as flags. */
unsigned nnreg_field_flags(const nnreg_gap_words *words, const nnreg_field *field);

/* Whether the field is a logical; with `any`, also t, f, yes, no, y, n, 1 and 0. */
bool nnreg_field_logical(const nnreg_field *field, bool any, bool *value);

/* ----------------------------------------------------------- letters.c -- */

/* Counts letters of UTF-8 and bytes that are none. */
void nnreg_count_letters(const nnreg_text *text, nnreg_table_about *about);

/* The number of the line that has this byte of the text, from 1. */
size_t nnreg_line_of(const nnreg_text *text, const unsigned char *place);

/* ------------------------------------------------------------- texts.c -- */

/* A text: the byte where its field begins, and its letters as they lie there. */
typedef struct {
  uint64_t start, hash;
  const unsigned char *first;
  size_t bytes;
  bool doubled;
} nnreg_text_entry;

/* A hash table of texts. A place has the number of an entry from 1 on, or 0. */
typedef struct {
  nnreg_text_entry *entries; /* (room)     */
  uint32_t *places;          /* (2 * room) */
  size_t count, room;
} nnreg_dictionary;

/* The number of the field's text, a new one if it is new, from 2 on: 1 is the empty text. 0 without
 * memory. */
uint32_t nnreg_dictionary_number(nnreg_dictionary *texts, const nnreg_field *field, uint64_t start);
void nnreg_dictionary_free(nnreg_dictionary *texts);

/* ----------------------------------------------------------- records.c -- */

enum { NNREG_SAMPLE_ROWS = 200 };

/* Looks at the records below the first one, which has about->num_columns fields, whether it has one
 * name fewer than they have fields. Then about and the format say so. */
void nnreg_find_short_names(const nnreg_text *text, nnreg_table_format *format,
                            nnreg_table_about *about);

/* Whether quotes would be wrong if the records from the cursor on had one field each. */
bool nnreg_needs_delimiter(nnreg_cursor cursor);

/* Whether the fields that the cursor finds are numbers or gaps, but for the first record, and the
 * first field of each. */
bool nnreg_are_numbers(nnreg_cursor cursor, const nnreg_table_format *format);

/* ------------------------------------------------------------ format.c -- */

/* What is called for each field of a table; false ends the way through it. */
typedef struct {
  bool (*visit)(void *context, size_t row, size_t column, const nnreg_cursor *cursor,
                const nnreg_field *field);
  void *context;
} nnreg_visitor;

/* Goes through at most num_rows rows of the table, with the cursor. NNREG_BAD_FILE, with the line,
 * where a row has another number of fields or a quote is wrong. */
nnreg_status nnreg_each_field(const nnreg_text *text, const nnreg_table_format *format,
                              const nnreg_table_about *about, size_t num_rows, nnreg_cursor *cursor,
                              const nnreg_visitor *visitor, nnreg_message *why);

#endif
