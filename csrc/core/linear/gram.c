/* Products of all columns of a table, for each part by itself.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are read in panels. Inside a panel the rows of a part follow each other, so that one product
 * of matrices does them. Threads fill a panel by columns, then share the strips of its products;
 * the order of every sum is the same for any number of them.
 */
#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "data/data.h"
#include "linear.h"

enum { STRIP = 32, LEAST_ROWS = 256, MOST_ROWS = 4096, PANEL_NUMBERS = 1 << 19 };

typedef struct {
  const nnreg_blas *blas;
  const nnreg_linear_problem *problem;
  const double *centre;
  linear_gram *gram;
  size_t panel_rows, strips;
  double *panel;   /* (panel_rows x E)                                         */
  double *scratch; /* (panel_rows x threads)                                   */
  double *root;    /* (panel_rows) of the weights                              */
  uint32_t *place; /* (panel_rows) of each row in the panel                    */
  size_t *starts;  /* (P + 2) of each part in the panel                        */
  size_t *next;    /* (D) of a sparse X: the first entry that is not read yet   */
  atomic_size_t unit;
} work;

/* Where the rows of a panel go: those of a part follow each other, in their order. */
static void place_rows(work *w, size_t first, size_t count)
{
  const int32_t *parts = w->problem->parts;
  size_t num = w->gram->num_parts;
  memset(w->starts, 0, (num + 1) * sizeof *w->starts);
  for (size_t i = 0; i < count; i++) w->starts[(parts ? (size_t)parts[first + i] : 0) + 1]++;
  for (size_t p = 0; p < num; p++) w->starts[p + 1] += w->starts[p];
  for (size_t i = 0; i < count; i++)
    w->place[i] = (uint32_t)w->starts[parts ? (size_t)parts[first + i] : 0]++;
  for (size_t p = num; p > 0; p--) w->starts[p] = w->starts[p - 1];
  w->starts[0] = 0;
  for (size_t i = 0; i < count; i++)
    w->root[i] = w->problem->weights ? sqrt(w->problem->weights[first + i]) : 1;
}

/* Input j of the rows, in base units. */
static void read_input(work *w, size_t j, size_t first, size_t count, double *out)
{
  const nnreg_source *source = w->problem->source;
  double unit = w->problem->unit[j], factor = unit > 0 ? 1 / unit : 0;
  double offset = w->problem->offset[j];
  if (!source->starts) {
    nnreg_load_d(source->type, source->values, j * source->num_samples + first, count, out);
  } else {
    memset(out, 0, count * sizeof *out);
    size_t e = w->next[j], last = (size_t)source->starts[j + 1];
    for (; e < last && (size_t)source->rows[e] < first + count; e++)
      nnreg_load_d(source->type, source->values, e, 1, out + ((size_t)source->rows[e] - first));
    w->next[j] = e;
  }
  for (size_t i = 0; i < count; i++) out[i] = (out[i] - offset) * factor;
}

static void fill_column(work *w, size_t c, size_t first, size_t count, double *scratch)
{
  size_t inputs = w->problem->source->num_inputs, n = w->problem->source->num_samples;
  double *out = w->panel + c * w->panel_rows;
  if (c < inputs) {
    read_input(w, c, first, count, scratch);
  } else if (c < inputs + w->problem->num_outputs) {
    size_t r = c - inputs;
    for (size_t i = 0; i < count; i++)
      scratch[i] = w->problem->responses[r * n + first + i] - w->centre[r];
  } else {
    for (size_t i = 0; i < count; i++) scratch[i] = 1;
  }
  for (size_t i = 0; i < count; i++) out[w->place[i]] = scratch[i] * w->root[i];
}

/* Adds the panel's rows of a part to a strip of its products, from the diagonal down. */
static void add_strip(work *w, size_t part, size_t strip)
{
  size_t order = w->gram->order, s = strip * STRIP, width = order - s < STRIP ? order - s : STRIP;
  size_t first = w->starts[part], count = w->starts[part + 1] - first;
  if (count == 0) return;
  const double *rows = w->panel + first + s * w->panel_rows;
  double *out = w->gram->products + (part * order + s) * order + s;
  nnreg_dgemm_of(w->blas)(NNREG_COLUMNS, NNREG_TRANSPOSED, NNREG_PLAIN, (int)(order - s),
                          (int)width, (int)count, 1, rows, (int)w->panel_rows, rows,
                          (int)w->panel_rows, 1, out, (int)order);
}

static void mirror(double *product, size_t order)
{
  for (size_t j = 0; j < order; j++)
    for (size_t i = j + 1; i < order; i++) product[j + i * order] = product[i + j * order];
}

static void add_panels(void *context, const nnreg_member *member)
{
  work *w = context;
  size_t n = w->problem->source->num_samples, order = w->gram->order, parts = w->gram->num_parts;
  size_t units = parts * w->strips, done = 0, from, to;
  size_t mine = atomic_fetch_add(&w->unit, 1);
  nnreg_team_share(member, order, &from, &to);
  for (size_t first = 0; first < n && !nnreg_is_stopped(w->blas); first += w->panel_rows) {
    size_t count = n - first < w->panel_rows ? n - first : w->panel_rows;
    if (member->id == 0) place_rows(w, first, count);
    nnreg_team_wait(member);
    for (size_t c = from; c < to; c++)
      fill_column(w, c, first, count, w->scratch + member->id * w->panel_rows);
    nnreg_team_wait(member);
    for (done += units; mine < done; mine = atomic_fetch_add(&w->unit, 1))
      add_strip(w, mine % parts, (mine / parts) % w->strips);
    nnreg_team_wait(member);
  }
  nnreg_team_share(member, parts, &from, &to);
  for (size_t p = from; p < to; p++) mirror(w->gram->products + p * order * order, order);
}

/* The sums of all parts' products. */
static void add_parts(const linear_gram *gram)
{
  size_t count = gram->order * gram->order;
  memcpy(gram->total, gram->products, count * sizeof *gram->total);
  for (size_t p = 1; p < gram->num_parts; p++)
    for (size_t i = 0; i < count; i++) gram->total[i] += gram->products[i + p * count];
}

static void close_work(work *w)
{
  nnreg_free(w->panel);
  nnreg_free(w->scratch);
  nnreg_free(w->root);
  nnreg_free(w->place);
  nnreg_free(w->starts);
  nnreg_free(w->next);
}

static nnreg_status open_work(work *w, size_t num_threads, nnreg_message *why)
{
  size_t order = w->gram->order, n = w->problem->source->num_samples;
  size_t rows = PANEL_NUMBERS / order;
  rows = rows < LEAST_ROWS ? LEAST_ROWS : rows > MOST_ROWS ? MOST_ROWS : rows;
  w->panel_rows = rows < n ? rows : n;
  w->strips = (order + STRIP - 1) / STRIP;
  w->panel = nnreg_alloc(w->panel_rows * order, sizeof *w->panel);
  w->scratch = nnreg_alloc(w->panel_rows * num_threads, sizeof *w->scratch);
  w->root = nnreg_alloc(w->panel_rows, sizeof *w->root);
  w->place = nnreg_alloc(w->panel_rows, sizeof *w->place);
  w->starts = nnreg_alloc(w->gram->num_parts + 1, sizeof *w->starts);
  w->next = nnreg_alloc(order, sizeof *w->next);
  if (!w->panel || !w->scratch || !w->root || !w->place || !w->starts || !w->next)
    return nnreg_no_memory(why, "the rows of X");
  const int64_t *starts = w->problem->source->starts;
  for (size_t j = 0; starts && j < w->problem->source->num_inputs; j++)
    w->next[j] = (size_t)starts[j];
  return NNREG_OK;
}

nnreg_status linear_gram_open(const nnreg_blas *blas, const nnreg_linear_problem *problem,
                              const double *centre, size_t num_threads, linear_gram *gram,
                              nnreg_message *why)
{
  size_t order = problem->source->num_inputs + problem->num_outputs + 1;
  size_t count = order * order * (problem->num_parts + 1);
  *gram = (linear_gram){.blas = blas,
                        .order = order,
                        .num_parts = problem->num_parts + 1,
                        .products = nnreg_alloc(count, sizeof(double)),
                        .total = nnreg_alloc(order * order, sizeof(double))};
  if (!gram->products || !gram->total) return nnreg_no_memory(why, "the products of X's columns");
  memset(gram->products, 0, count * sizeof(double));
  work w = {.blas = blas, .problem = problem, .centre = centre, .gram = gram};
  nnreg_status status = open_work(&w, num_threads, why);
  if (status == NNREG_OK) nnreg_team_run(num_threads, add_panels, &w);
  close_work(&w);
  if (status == NNREG_OK) add_parts(gram);
  return status == NNREG_OK && nnreg_is_stopped(blas) ? nnreg_stopped(why) : status;
}

void linear_gram_close(linear_gram *gram)
{
  nnreg_free(gram->products);
  nnreg_free(gram->total);
}
