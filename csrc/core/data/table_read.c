/* The values of a table.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "fields.h"
#include "os/os.h"

typedef struct {
  nnreg_gap_words words;
  const nnreg_text *text;
  const nnreg_table_format *format;
  size_t rows_read;
  nnreg_table_column *columns;
  nnreg_dictionary *texts; /* one a column */
  nnreg_table_fault *fault;
  bool no_memory;
} reading;

static bool set_number(reading *work, nnreg_table_column *to, size_t row, const nnreg_field *field)
{
  nnreg_number number;
  if (nnreg_number_parse(field->first, field->last, work->format->decimal, work->format->thousands,
                         &number))
    to->numbers[row] = nnreg_number_value(&number);
  else if (nnreg_is_gap(&work->words, field, NNREG_NUMBERS))
    to->numbers[row] = (double)NAN;
  else
    return false;
  return true;
}

static bool set_text(reading *work, size_t column, size_t row, const nnreg_field *field)
{
  nnreg_table_column *to = &work->columns[column];
  uint32_t number = 1;
  if (!nnreg_is_gap(&work->words, field, NNREG_TEXTS))
    number = nnreg_dictionary_number(&work->texts[column], field,
                                     (uint64_t)(field->start - work->text->bytes));
  work->no_memory = number == 0;
  to->codes[row] = number;
  return !work->no_memory;
}

/* A word for gaps that is a number, such as -999, counts as a gap. */
static bool is_gap_number(const reading *work, const nnreg_field *field)
{
  return work->format->num_gaps > 0 && nnreg_is_gap(&work->words, field, NNREG_NUMBERS);
}

static bool read_field(void *context, size_t row, size_t column, const nnreg_cursor *cursor,
                       const nnreg_field *field)
{
  reading *work = context;
  nnreg_table_column *to = &work->columns[column];
  bool fits = true;
  work->rows_read = row + 1;
  if (to->kind == NNREG_SKIPPED) {
    return true;
  } else if (to->kind == NNREG_TEXTS) {
    fits = set_text(work, column, row, field);
    to->num_gaps += to->codes[row] == 1;
  } else if (to->kind == NNREG_LOGICALS) {
    fits = nnreg_field_logical(field, true, &to->logicals[row]);
  } else if (is_gap_number(work, field)) {
    to->numbers[row] = (double)NAN;
    to->num_gaps++;
  } else {
    fits = set_number(work, to, row, field);
    to->num_gaps += fits && isnan(to->numbers[row]);
  }
  if (!fits && !work->no_memory)
    *work->fault = (nnreg_table_fault){.found = true,
                                       .column = column,
                                       .line = cursor->from_line,
                                       .at = (size_t)(field->start - work->text->bytes)};
  return fits;
}

static void give_texts(reading *work, size_t num_columns)
{
  for (size_t j = 0; j < num_columns; j++) {
    nnreg_dictionary *texts = &work->texts[j];
    nnreg_table_column *to = &work->columns[j];
    to->num_texts = texts->count + 1;
    for (size_t i = 0; to->kind == NNREG_TEXTS && i < texts->count; i++)
      to->starts[i + 1] = texts->entries[i].start;
    nnreg_dictionary_free(texts);
  }
}

nnreg_status nnreg_table_read(const nnreg_text *text, const nnreg_table_format *format,
                              nnreg_table_about *about, nnreg_table_column *columns,
                              nnreg_table_fault *fault, nnreg_message *why)
{
  reading work = {.words = nnreg_gap_words_of(format),
                  .text = text,
                  .format = format,
                  .columns = columns,
                  .fault = fault};
  *fault = (nnreg_table_fault){0};
  if (about->at > text->num_bytes) return nnreg_refuse(why, "the table begins behind its text");
  work.texts = nnreg_alloc(about->num_columns, sizeof *work.texts);
  if (!work.texts) return nnreg_no_memory(why, "the columns of a table");
  memset(work.texts, 0, about->num_columns * sizeof *work.texts);
  for (size_t j = 0; j < about->num_columns; j++) columns[j].num_gaps = 0;
  nnreg_cursor cursor;
  nnreg_status status = nnreg_each_field(text, format, about, about->num_rows, &cursor,
                                         &(nnreg_visitor){read_field, &work}, why);
  if (status == NNREG_OK && work.no_memory) status = nnreg_no_memory(why, "the texts of a table");
  if (status == NNREG_OK && !fault->found && work.rows_read < about->num_rows)
    status = nnreg_refuse(why, "%s: the table has fewer rows", text->name);
  give_texts(&work, about->num_columns);
  nnreg_free(work.texts);
  if (status != NNREG_OK || fault->found) return status;
  about->at = (size_t)(cursor.at - text->bytes);
  about->line = cursor.line;
  return NNREG_OK;
}
