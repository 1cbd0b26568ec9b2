/* Inputs that tell a model the same, but for their sign: each other's copy in the penalty's units.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any split of a weight among copies predicts the same and, with l1, costs the same. One of them
 * learns, with l2 divided by their number, and all have equal shares of its weight in the end: with
 * l1 that is the optimum of least norm, with l2 the only one.
 */
#include <math.h>
#include <stdlib.h>

#include "data/data.h"
#include "linear.h"

enum { CHUNK = 512, MOST_CHUNKS = 64 };

/* Standardised values may differ by this, which rounding leaves of copies in other units. */
static const double SAME = 1e-10;

typedef struct {
  double key; /* the column's random projection */
  uint32_t input;
} keyed;

typedef struct {
  const nnreg_linear_problem *problem;
  const nnreg_kernels *kernels;
  keyed *keys;    /* (D) */
  double *random; /* of the rows that count for the keys of a full X */
  double total;   /* of all rows' random numbers                     */
} search;

/* What is subtracted from an input, in base units. */
static double offset_of(const nnreg_linear_problem *problem, size_t j)
{
  return problem->intercept ? problem->offset[j] / problem->unit[j] : 0;
}

/* The random number of a row, from -1 to 1 (splitmix64's mixing). */
static double random_of(size_t row)
{
  uint64_t x = ((uint64_t)row + 1) * 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  x ^= x >> 31;
  return (double)(x >> 11) * 0x1p-52 - 1;
}

/* Values first .. first + count - 1 of X's array, which are input j's, less its offset. */
static void load(const nnreg_linear_problem *problem, size_t j, size_t first, size_t count,
                 double *out)
{
  double by = 1 / problem->unit[j], offset = offset_of(problem, j);
  nnreg_load_d(problem->source->type, problem->source->values, first, count, out);
  for (size_t i = 0; i < count; i++) out[i] = out[i] * by - offset;
}

/* ------------------------------------------------------------- Projections -- */

/* Of a full X, rows of one chunk in so many count: copies have the same key anyway. */
static size_t step_of_chunks(size_t rows)
{
  size_t chunks = (rows + CHUNK - 1) / CHUNK;
  return (chunks + MOST_CHUNKS - 1) / MOST_CHUNKS;
}

/* The random numbers of these rows, which follow each other. Returns NULL without memory. */
static double *draw_random(size_t rows)
{
  double *random = nnreg_alloc((size_t)CHUNK * MOST_CHUNKS, sizeof *random), *out = random;
  for (size_t first = 0; first < rows && random; first += CHUNK * step_of_chunks(rows)) {
    size_t count = rows - first < CHUNK ? rows - first : CHUNK;
    for (size_t i = 0; i < count; i++) *out++ = random_of(first + i);
  }
  return random;
}

static double key_of_full(const search *work, size_t j)
{
  const nnreg_linear_problem *problem = work->problem;
  size_t n = problem->source->num_samples;
  double sum = 0, values[CHUNK];
  const double *random = work->random;
  for (size_t first = 0; first < n; first += CHUNK * step_of_chunks(n), random += CHUNK) {
    size_t count = n - first < CHUNK ? n - first : CHUNK;
    load(problem, j, j * n + first, count, values);
    sum += work->kernels->dot(count, random, values);
  }
  return sum;
}

static double key_of_sparse(const nnreg_linear_problem *problem, size_t j, double total)
{
  const nnreg_source *source = problem->source;
  size_t first, last;
  double values[CHUNK], offset = offset_of(problem, j), sum = -offset * total;
  nnreg_column_entries(source, j, &first, &last);
  for (size_t e = first; e < last; e += CHUNK) {
    size_t count = last - e < CHUNK ? last - e : CHUNK;
    load(problem, j, e, count, values);
    for (size_t i = 0; i < count; i++)
      sum += random_of((size_t)source->rows[e + i]) * (values[i] + offset);
  }
  return sum;
}

static void project(void *context, const nnreg_member *member)
{
  const search *work = context;
  const nnreg_linear_problem *problem = work->problem;
  size_t from, to;
  nnreg_team_share(member, problem->source->num_inputs, &from, &to);
  for (size_t j = from; j < to; j++) {
    bool varies = problem->unit[j] > 0 && !(problem->factors && isinf(problem->factors[j]));
    double key = !varies                   ? NAN
                 : problem->source->starts ? key_of_sparse(problem, j, work->total)
                                           : key_of_full(work, j);
    work->keys[j] = (keyed){key, (uint32_t)j};
  }
}

/* By size; what is no number comes last. */
static int compare(const void *first, const void *second)
{
  const keyed *a = first, *b = second;
  double x = isnan(a->key) ? INFINITY : fabs(a->key), y = isnan(b->key) ? INFINITY : fabs(b->key);
  if (x != y) return x < y ? -1 : 1;
  return a->input < b->input ? -1 : a->input > b->input;
}

/* -------------------------------------------------------------- Comparison -- */

static bool differ(double a, double b) { return fabs(a - b) > SAME * (1 + fabs(a)); }

/* The penalty's unit of an input, in base units. */
static double scale_of(const nnreg_linear_problem *problem, size_t j)
{
  return problem->scale ? problem->scale[j] / problem->unit[j] : 1;
}

static bool same_full(const nnreg_linear_problem *problem, size_t j, size_t k, double sign)
{
  size_t n = problem->source->num_samples;
  double a[CHUNK], b[CHUNK];
  for (size_t first = 0; first < n; first += CHUNK) {
    size_t count = n - first < CHUNK ? n - first : CHUNK;
    load(problem, j, j * n + first, count, a);
    load(problem, k, k * n + first, count, b);
    for (size_t i = 0; i < count; i++)
      if (differ(a[i], sign * b[i])) return false;
  }
  return true;
}

/* Row by row, of those that have an entry in one of the two; the others are all alike. */
static bool same_sparse(const nnreg_linear_problem *problem, size_t j, size_t k, double sign)
{
  const nnreg_source *source = problem->source;
  size_t n = source->num_samples, e, f, last_e, last_f, met = 0;
  double none_j = -offset_of(problem, j), none_k = -offset_of(problem, k);
  nnreg_column_entries(source, j, &e, &last_e);
  nnreg_column_entries(source, k, &f, &last_f);
  for (; e < last_e || f < last_f; met++) {
    size_t row_e = e < last_e ? (size_t)source->rows[e] : n;
    size_t row_f = f < last_f ? (size_t)source->rows[f] : n;
    double a = none_j, b = none_k;
    if (row_e <= row_f) load(problem, j, e++, 1, &a);
    if (row_f <= row_e) load(problem, k, f++, 1, &b);
    if (differ(a, sign * b)) return false;
  }
  return met == n || !differ(none_j, sign * none_k);
}

static bool are_same(const nnreg_linear_problem *problem, size_t j, size_t k, double sign)
{
  double scale = scale_of(problem, j);
  if (problem->factors && problem->factors[j] != problem->factors[k]) return false;
  if (fabs(scale - scale_of(problem, k)) > SAME * scale) return false;
  return problem->source->starts ? same_sparse(problem, j, k, sign)
                                 : same_full(problem, j, k, sign);
}

/* ------------------------------------------------------------------- Search -- */

/* Finds the copies of the input at keys[at] among those after it. */
static void match(const search *work, linear_twins *twins, size_t at)
{
  const nnreg_source *source = work->problem->source;
  size_t inputs = source->num_inputs, lead = work->keys[at].input, count = 1;
  double key = work->keys[at].key,
         reach = SAME * (10 * sqrt((double)source->num_samples) + fabs(key));
  for (size_t i = at + 1; i < inputs && fabs(work->keys[i].key) - fabs(key) <= reach; i++) {
    size_t j = work->keys[i].input;
    double sign = work->keys[i].key * key < 0 ? -1 : 1;
    if (twins->leader[j] != j || !are_same(work->problem, lead, j, sign)) continue;
    twins->leader[j] = (uint32_t)lead;
    twins->share[j] = sign;
    count++;
  }
  twins->share[lead] = 1 / (double)count;
}

static void begin(const search *work, linear_twins *twins)
{
  for (size_t j = 0; j < work->problem->source->num_inputs; j++) {
    twins->leader[j] = (uint32_t)j;
    twins->share[j] = 1;
  }
}

/* Returns whether there are copies. */
static bool match_all(const search *work, linear_twins *twins)
{
  size_t inputs = work->problem->source->num_inputs, followers = 0;
  qsort(work->keys, inputs, sizeof *work->keys, compare);
  for (size_t i = 0; i < inputs && !isnan(work->keys[i].key); i++)
    if (twins->leader[work->keys[i].input] == work->keys[i].input) match(work, twins, i);
  for (size_t j = 0; j < inputs; j++) {
    if (twins->leader[j] == j) continue;
    twins->share[j] *= twins->share[twins->leader[j]];
    followers++;
  }
  return followers > 0;
}

nnreg_status linear_twins_open(const nnreg_linear_problem *problem, size_t num_threads,
                               linear_twins *twins, nnreg_message *why)
{
  const nnreg_source *source = problem->source;
  size_t inputs = source->num_inputs;
  search work = {.problem = problem,
                 .kernels = nnreg_kernels_select(),
                 .keys = nnreg_alloc(inputs, sizeof(keyed)),
                 .random = source->starts ? NULL : draw_random(source->num_samples)};
  *twins = (linear_twins){nnreg_alloc(inputs, sizeof *twins->leader),
                          nnreg_alloc(inputs, sizeof *twins->share)};
  bool have = work.keys && (work.random || source->starts) && twins->leader && twins->share;
  if (have) {
    begin(&work, twins);
    for (size_t i = 0; i < source->num_samples && source->starts; i++) work.total += random_of(i);
    nnreg_team_run(num_threads, project, &work);
    if (!match_all(&work, twins)) {
      linear_twins_close(twins);
      *twins = (linear_twins){.leader = NULL};
    }
  }
  nnreg_free(work.keys);
  nnreg_free(work.random);
  return have ? NNREG_OK : nnreg_no_memory(why, "a search for equal columns of X");
}

void linear_twins_close(linear_twins *twins)
{
  nnreg_free(twins->leader);
  nnreg_free(twins->share);
}
