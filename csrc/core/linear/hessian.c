/* Second derivatives of the loss by the weights of a working set.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By two weights of inputs j, k in lanes a, b they are sum_i share_i s_i^ab x_ij x_ik with
 * s^ab = 2 / R if a = b, else 0 (responses), p (1 - p) (two classes), or p^a (1 - p^b) if a = b,
 * else - p^a p^b (more classes).
 */
#include <math.h>
#include <string.h>

#include "linear.h"

enum { FEW_COLUMNS = 96, PANEL_NUMBERS = 1 << 19, LEAST_ROWS = 64, MOST_ROWS = 1024 };

/* The system gives pages as they are used first, so a panel that is kept saves time. */
static bool reserve_panel(linear_hessian *h, size_t room)
{
  size_t size = LEAST_ROWS * room < PANEL_NUMBERS ? PANEL_NUMBERS : LEAST_ROWS * room;
  if (h->panel && size == PANEL_NUMBERS) return true; /* it has had that size from the first */
  nnreg_free(h->panel);
  h->panel = nnreg_alloc(size, sizeof *h->panel);
  return h->panel != NULL;
}

nnreg_status linear_hessian_reserve(linear_hessian *h, size_t count, nnreg_message *why)
{
  if (count <= h->room) return NNREG_OK;
  size_t room = count + count / 2 + 64;
  uint32_t *input = nnreg_alloc(room, sizeof *input), *lane = nnreg_alloc(room, sizeof *lane);
  double *matrix = h->listed ? NULL : nnreg_alloc(room * room, sizeof *matrix);
  if (!input || !lane || (!h->listed && (!matrix || !reserve_panel(h, room)))) {
    nnreg_free(input);
    nnreg_free(lane);
    nnreg_free(matrix);
    return nnreg_no_memory(why, "second derivatives");
  }
  for (size_t c = 0; c < h->count; c++) {
    input[c] = h->input[c];
    lane[c] = h->lane[c];
    if (matrix) memcpy(matrix + c * room, h->matrix + c * h->room, h->count * sizeof *matrix);
  }
  nnreg_free(h->input);
  nnreg_free(h->lane);
  nnreg_free(h->matrix);
  h->input = input;
  h->lane = lane;
  h->matrix = matrix;
  h->room = room;
  return NNREG_OK;
}

void linear_hessian_close(linear_hessian *h)
{
  nnreg_free(h->input);
  nnreg_free(h->lane);
  nnreg_free(h->matrix);
  nnreg_free(h->odds);
  nnreg_free(h->panel);
  nnreg_free(h->weighted);
}

static double mean_of(const linear_hessian *h, size_t c)
{
  return h->input[c] == h->columns->inputs ? 0 : h->model->mean[h->input[c]];
}

static double scale_of(const linear_hessian *h, size_t c)
{
  return h->input[c] == h->columns->inputs ? 1 : h->model->scale[h->input[c]];
}

size_t linear_hessian_place(const linear_hessian *h, size_t c)
{
  size_t inputs = h->columns->inputs, j = h->input[c], k = h->lane[c];
  return j == inputs ? inputs * h->samples->lanes + k : j + k * inputs;
}

void linear_hessian_add(const linear_hessian *h, const double *change, double *outputs)
{
  size_t n = h->samples->count;
  for (size_t k = 0; k < h->samples->lanes; k++) {
    double constant = 0, *out = outputs + k * n;
    linear_sum sum = {.columns = h->columns, .y = out};
    for (size_t c = 0; c < h->count; c++) {
      if (h->lane[c] != k || change[c] == 0) continue;
      constant += linear_model_add(h->model, &sum, h->input[c], change[c]);
    }
    linear_sum_end(&sum);
    for (size_t i = 0; i < n; i++) out[i] += constant;
  }
}

/* How many weights from c on, LINEAR_TOGETHER at most, have inputs of c's lane; these inputs. */
static size_t list_alike(const linear_hessian *h, size_t c, size_t last, size_t *inputs)
{
  size_t count = 0;
  while (c + count < last && count < LINEAR_TOGETHER && h->lane[c + count] == h->lane[c] &&
         h->input[c + count] != h->columns->inputs) {
    inputs[count] = h->input[c + count];
    count++;
  }
  return count;
}

void linear_hessian_slopes(const linear_hessian *h, size_t first, size_t last, const double *slopes,
                           const double *totals, double *out)
{
  for (size_t c = first, count; c<last; c += count> 0 ? count : 1) {
    size_t inputs[LINEAR_TOGETHER], k = h->lane[c];
    count = list_alike(h, c, last, inputs);
    if (count == 0) out[c] = totals[k];
    linear_columns_dots(h->columns, count, inputs, slopes + k * h->samples->count, out + c);
    for (size_t i = c; i < c + count; i++)
      out[i] = (out[i] - mean_of(h, i) * totals[k]) / scale_of(h, i);
  }
}

/* ------------------------------------------------------------- By products -- */

/* sqrt (share_i s_i) of the diagonal's terms: s = p for more classes, else the one above. */
static double root_of(const linear_hessian *h, size_t lane, size_t i)
{
  double share = h->samples->share[i];
  if (!h->odds) return sqrt(2 * share / (double)h->samples->lanes);
  double p = h->odds[i + lane * h->samples->count];
  return sqrt(h->samples->lanes == 1 ? share * p * (1 - p) : share * p);
}

/* Rows first .. first + count - 1 of weight c's column, times factor (count). */
static void fill_column(const linear_hessian *h, size_t c, size_t first, size_t count,
                        const double *factor, double *out)
{
  double mean = mean_of(h, c), by = 1 / scale_of(h, c);
  if (h->input[c] == h->columns->inputs) {
    memcpy(out, factor, count * sizeof *out);
    return;
  }
  const double *b = h->columns->values + h->input[c] * h->columns->samples + first;
  for (size_t i = 0; i < count; i++) out[i] = (b[i] - mean) * by * factor[i];
}

/* Adds sign * A' A of columns from .. to - 1 of the panel (rows x M) to the matrix, from the
 * diagonal down: half of the columns by the other half, and each half in the same way. (A product
 * of narrow strips would take as long to arrange its factors as to multiply them.) */
static void add_products(const linear_hessian *h, size_t rows, size_t from, size_t to, double sign)
{
  bool few = to - from <= FEW_COLUMNS;
  size_t middle = few ? to : from + (to - from) / 2, below = few ? from : middle;
  if (from == to) return;
  if (!few) {
    add_products(h, rows, from, middle, sign);
    add_products(h, rows, middle, to, sign);
  }
  nnreg_dgemm_of(h->blas)(NNREG_COLUMNS, NNREG_TRANSPOSED, NNREG_PLAIN, (int)(to - below),
                          (int)(middle - from), (int)rows, sign, h->panel + below * rows, (int)rows,
                          h->panel + from * rows, (int)rows, 1, h->matrix + below + from * h->room,
                          (int)h->room);
}

/* The diagonal blocks of the lanes, and from more classes what all pairs subtract. */
static void add_panel(const linear_hessian *h, size_t first, size_t rows)
{
  const linear_samples *s = h->samples;
  bool many = h->odds && s->lanes > 1;
  double factor[MOST_ROWS];
  for (size_t from = 0, to; from < h->count; from = to) {
    size_t lane = h->lane[from];
    for (size_t i = 0; i < rows; i++) factor[i] = root_of(h, lane, first + i);
    for (to = from; to < h->count && h->lane[to] == lane; to++)
      fill_column(h, to, first, rows, factor, h->panel + to * rows);
    add_products(h, rows, from, to, 1);
    for (size_t i = 0; many && i < rows; i++)
      factor[i] = sqrt(h->odds[first + i + lane * s->count]);
    for (size_t c = from; many && c < to; c++)
      for (size_t i = 0; i < rows; i++) h->panel[i + c * rows] *= factor[i];
  }
  if (many) add_products(h, rows, 0, h->count, -1);
}

static void fill_by_products(linear_hessian *h)
{
  size_t n = h->samples->count, rows = PANEL_NUMBERS / h->count;
  rows = rows < LEAST_ROWS ? LEAST_ROWS : rows > MOST_ROWS ? MOST_ROWS : rows;
  for (size_t c = 0; c < h->count; c++)
    memset(h->matrix + c * h->room, 0, h->count * sizeof(double));
  for (size_t first = 0; first < n && !nnreg_is_stopped(h->blas); first += rows)
    add_panel(h, first, n - first < rows ? n - first : rows);
  for (size_t c = 0; c < h->count; c++)
    for (size_t i = c + 1; i < h->count; i++)
      h->matrix[c + i * h->room] = h->matrix[i + c * h->room];
}

void linear_hessian_rescale(linear_hessian *h, double by)
{
  h->scale *= by;
  for (size_t c = 0; c < h->count; c++)
    for (size_t i = 0; i < h->count; i++) h->matrix[i + c * h->room] *= by;
}

/* Whether the weights of each lane stand together, as products of panels need them. */
static bool is_sorted(const linear_hessian *h)
{
  for (size_t c = 1; c < h->count; c++)
    if (h->lane[c] < h->lane[c - 1]) return false;
  return true;
}

void linear_hessian_fill(linear_hessian *h)
{
  enum { FEW = 12 };
  h->scale = 1;
  if (h->columns->starts || h->count < FEW || !is_sorted(h))
    linear_hessian_extend(h, 0);
  else
    fill_by_products(h);
}

/* --------------------------------------------------------------- Some by some -- */

static double sum(const double *x, size_t count)
{
  double total = 0;
  for (size_t i = 0; i < count; i++) total += x[i];
  return total;
}

/* x(:, b) = share s^ab times weight c's column, for each lane b that is not 0 by itself; their sums
 * in totals (lanes). */
static void weigh_column(const linear_hessian *h, size_t c, double *weighted, double *totals)
{
  const linear_samples *s = h->samples;
  size_t n = s->count, own = h->lane[c];
  double *x = weighted + own * n, by = 1 / scale_of(h, c), mean = mean_of(h, c);
  for (size_t i = 0; i < n; i++) x[i] = -mean * by;
  if (h->input[c] == h->columns->inputs)
    for (size_t i = 0; i < n; i++) x[i] = 1;
  else
    linear_columns_add(h->columns, h->input[c], by, x);
  if (!h->odds) {
    for (size_t i = 0; i < n; i++) x[i] *= 2 * s->share[i] / (double)s->lanes;
    totals[own] = sum(x, n);
    return;
  }
  const double *p = h->odds + own * n;
  for (size_t i = 0; i < n; i++) x[i] *= s->share[i] * p[i];
  for (size_t b = 0; b < s->lanes; b++) {
    double *y = weighted + b * n;
    for (size_t i = 0; i < n && b != own; i++) y[i] = -x[i] * h->odds[i + b * n];
  }
  for (size_t i = 0; i < n; i++) x[i] *= 1 - p[i];
  for (size_t b = 0; b < s->lanes; b++) totals[b] = sum(weighted + b * n, n);
}

/* Whether a loss has second derivatives by a weight of this lane and one of the columns. */
static bool meets_lane(const linear_hessian *h, size_t lane, size_t first, size_t count)
{
  bool meets = h->odds != NULL;
  for (size_t c = first; c < first + count; c++) meets = meets || h->lane[c] == lane;
  return meets;
}

/* The derivatives by weight i and weights first .. first + count - 1, which have been weighed. */
static void fill_row(linear_hessian *h, size_t i, size_t first, size_t count, const double *totals)
{
  const linear_samples *s = h->samples;
  size_t lane = h->lane[i], all = s->count * s->lanes;
  const double *weighted[LINEAR_TOGETHER];
  double sums[LINEAR_TOGETHER] = {0};
  bool bias = h->input[i] == h->columns->inputs;
  for (size_t k = 0; k < count; k++) weighted[k] = h->weighted + k * all + lane * s->count;
  if (!bias && meets_lane(h, lane, first, count))
    linear_columns_dot_many(h->columns, h->input[i], count, weighted, sums);
  for (size_t k = 0; k < count; k++) {
    size_t c = first + k;
    if (i > c) continue;
    double total = totals[lane + k * s->lanes];
    double value = bias ? total : (sums[k] - mean_of(h, i) * total) / scale_of(h, i);
    if (!h->odds && h->lane[c] != lane) value = 0;
    h->matrix[i + c * h->room] = h->matrix[c + i * h->room] = value * h->scale;
  }
}

void linear_hessian_extend(linear_hessian *h, size_t first)
{
  const linear_samples *s = h->samples;
  double *totals = s->scratch; /* (lanes x LINEAR_TOGETHER) */
  for (size_t c = first, count; c < h->count && !nnreg_is_stopped(h->blas); c += count) {
    count = h->count - c < LINEAR_TOGETHER ? h->count - c : LINEAR_TOGETHER;
    for (size_t k = 0; k < count; k++)
      weigh_column(h, c + k, h->weighted + k * s->count * s->lanes, totals + k * s->lanes);
    for (size_t i = 0; i < c + count; i++) fill_row(h, i, c, count, totals);
  }
}
