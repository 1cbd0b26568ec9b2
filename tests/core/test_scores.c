/* Scores of classes: rows and ROC curves, against their definitions by pairs of rows.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "os/system.h"
#include "support.h"

/* This program has a csrc/core/os/memory.c of its own, which fails after failing_in successes. */
static int failing_in = -1;

void *nnreg_alloc(size_t count, size_t size)
{
  size_t bytes;
  if (failing_in == 0 || __builtin_mul_overflow(count, size, &bytes)) return NULL;
  if (failing_in > 0) failing_in--;
  return nnreg_system_alloc(bytes ? bytes : 1);
}

void nnreg_free(void *memory) { nnreg_system_free(memory); }
bool nnreg_can_map(size_t bytes) { return bytes > 0; }

enum { ROWS = 700, CLASSES = 150, ROOM = 2 * ROWS + 2 * CLASSES };

typedef struct {
  double values[ROWS * CLASSES], weights[ROWS];
  float small[ROWS * CLASSES];
  int32_t labels[ROWS];
  nnreg_scores scores;
  double total[ROWS], distance[ROWS], ahead[ROWS], best[ROWS], area[CLASSES];
  size_t num_points[CLASSES];
  double fpr[ROOM], tpr[ROOM], threshold[ROOM];
  nnreg_judgement found;
} bench;

/* Scores from 0 to 1 in `steps` steps; weights from 0 to `heaviest`, or all 1. */
static bench *make_bench(size_t rows, size_t classes, unsigned steps, unsigned heaviest)
{
  bench *b = take(1, sizeof *b);
  uint64_t seed = rows + classes + steps;
  for (size_t i = 0; i < rows * classes + 2 * rows; i++) {
    unsigned drawn = (unsigned)(draw(&seed) >> 33);
    if (i < rows * classes) {
      b->values[i] = (double)(drawn % (steps + 1)) / steps;
      b->small[i] = (float)b->values[i];
    } else if (i < rows * classes + rows)
      b->labels[i - rows * classes] = (int32_t)(drawn % classes);
    else
      b->weights[i - rows * classes - rows] = heaviest ? drawn % (heaviest + 1) : 1;
  }
  b->scores = (nnreg_scores){.num_samples = rows,
                             .num_classes = classes,
                             .type = NNREG_FLOAT64,
                             .values = b->values,
                             .labels = b->labels,
                             .weights = b->weights};
  b->found = (nnreg_judgement){.total = b->total,
                               .distance = b->distance,
                               .ahead = b->ahead,
                               .best = b->best,
                               .area = b->area,
                               .num_points = b->num_points,
                               .fpr = b->fpr,
                               .tpr = b->tpr,
                               .threshold = b->threshold};
  return b;
}

static void check_row(const bench *b, size_t i)
{
  size_t n = b->scores.num_samples, label = (size_t)b->labels[i];
  double total = 0, distance = 0, ahead = 0, best = -1, highest = -1,
         own = b->values[label * n + i];
  for (size_t k = 0; k < b->scores.num_classes; k++) {
    double s = b->values[k * n + i], gone = s - (k == label);
    total += s;
    distance += gone * gone;
    ahead += s > own || (s == own && k > label);
    best = s > highest ? (double)k : best;
    highest = s > highest ? s : highest;
  }
  assert_true(fabs(b->total[i] - total) < 1e-10);
  assert_true(fabs(b->distance[i] - distance) <= 1e-13 * distance);
  assert_true(b->ahead[i] == ahead && b->best[i] == best);
}

/* Weight of class k's rows (or of the others) with a score of at least
 * `threshold`. */
static double weight_from(const bench *b, size_t k, bool own, double threshold)
{
  double sum = 0;
  size_t n = b->scores.num_samples;
  for (size_t i = 0; i < n; i++)
    if (((size_t)b->labels[i] == k) == own && b->values[k * n + i] >= threshold)
      sum += b->weights[i];
  return sum;
}

static void check_curve(const bench *b, size_t k, size_t first)
{
  size_t n = b->scores.num_samples, last = first + b->num_points[k] - 1;
  double own = weight_from(b, k, true, -1), rest = weight_from(b, k, false, -1), pairs = 0;
  if (!(own > 0 && rest > 0)) {
    assert_true(isnan(b->area[k]) && b->num_points[k] == 0);
    return;
  }
  assert_true(b->fpr[first] == 0 && b->tpr[first] == 0 && isinf(b->threshold[first]));
  assert_true(b->fpr[last] == 1 && b->tpr[last] == 1);
  for (size_t p = first + 1; p <= last; p++) {
    assert_true(b->threshold[p] < b->threshold[p - 1]);
    assert_true(fabs(b->tpr[p] - weight_from(b, k, true, b->threshold[p]) / own) < 1e-13);
    assert_true(fabs(b->fpr[p] - weight_from(b, k, false, b->threshold[p]) / rest) < 1e-13);
    if (p == last) break; /* no point inside a straight run along an axis */
    assert_false(b->fpr[p - 1] == b->fpr[p] && b->fpr[p] == b->fpr[p + 1]);
    assert_false(b->tpr[p - 1] == b->tpr[p] && b->tpr[p] == b->tpr[p + 1]);
  }
  for (size_t i = 0; i < n; i++)
    for (size_t h = 0; h < n && (size_t)b->labels[i] == k; h++) {
      double gone = b->values[k * n + i] - b->values[k * n + h];
      if ((size_t)b->labels[h] != k)
        pairs += b->weights[i] * b->weights[h] * (gone > 0 ? 1 : gone == 0 ? 0.5 : 0);
    }
  assert_true(fabs(b->area[k] - pairs / own / rest) < 1e-13);
}

static void check_bench(bench *b, size_t threads)
{
  nnreg_message why;
  size_t first = 0;
  assert_int_equal(nnreg_judge_scores(&b->scores, threads, &b->found, &why), NNREG_OK);
  assert_false(b->found.outside);
  for (size_t i = 0; i < b->scores.num_samples; i++) check_row(b, i);
  for (size_t k = 0; k < b->scores.num_classes; k++) {
    check_curve(b, k, first);
    first += b->num_points[k];
  }
}

/* Few rows a class and many; ties, many ties, none; weights, also 0. */
static void test_definitions(void **state)
{
  (void)state;
  static const struct {
    size_t rows, classes;
    unsigned steps, heaviest;
  } all[] = {{1, 1, 4, 0},        {1, 3, 4, 0},          {5, 2, 2, 0},          {40, 1, 9, 0},
             {60, 40, 1, 0},      {90, 2, 7, 3},         {300, 90, 1000000, 0}, {300, 12, 50, 2},
             {400, 3, 999983, 1}, {ROWS, CLASSES, 30, 0}};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    bench *b = make_bench(all[i].rows, all[i].classes, all[i].steps, all[i].heaviest);
    check_bench(b, 1 + i % 3);
  }
}

/* The same bits on any number of threads and for floats, which hold these
 * scores. */
static void test_threads(void **state)
{
  (void)state;
  bench *one = make_bench(ROWS, CLASSES, 64, 5);
  check_bench(one, 1);
  for (size_t threads = 2; threads < 6; threads++) {
    bench *many = make_bench(ROWS, CLASSES, 64, 5);
    if (threads % 2) {
      many->scores.type = NNREG_FLOAT;
      many->scores.values = many->small;
    }
    check_bench(many, threads);
    assert_memory_equal(many->total, one->total, sizeof one->total);
    assert_memory_equal(many->distance, one->distance, sizeof one->distance);
    assert_memory_equal(many->best, one->best, sizeof one->best);
    assert_memory_equal(many->area, one->area, sizeof one->area);
    assert_memory_equal(many->num_points, one->num_points, sizeof one->num_points);
    size_t count = 0;
    for (size_t k = 0; k < CLASSES; k++) count += one->num_points[k];
    assert_memory_equal(many->fpr, one->fpr, count * sizeof(double));
    assert_memory_equal(many->threshold, one->threshold, count * sizeof(double));
  }
}

/* Tiny numbers differ from 0, though a team takes them for 0. */
static void test_tiny(void **state)
{
  (void)state;
  bench *b = make_bench(2, 2, 1, 0);
  static const float tiny[] = {1e-40f, 0, 1, 1};
  nnreg_message why;
  memcpy(b->small, tiny, sizeof tiny);
  b->scores.type = NNREG_FLOAT;
  b->scores.values = b->small;
  b->labels[0] = 0;
  b->labels[1] = 1;
  assert_int_equal(nnreg_judge_scores(&b->scores, 2, &b->found, &why), NNREG_OK);
  assert_true(b->area[0] == 1 && b->area[1] == 0.5);
}

/* Nearly right: the distance is tiny, but as exact as the scores. */
static void test_nearly_right(void **state)
{
  (void)state;
  bench *b = make_bench(2, 2, 1, 0);
  static const double nearly[] = {1 - 1e-9, 1e-9, 1e-9, 1 - 1e-9};
  memcpy(b->values, nearly, sizeof nearly);
  b->labels[0] = 0;
  b->labels[1] = 1;
  check_bench(b, 1);
}

static void test_outside(void **state)
{
  (void)state;
  static const double bad[] = {-1e-300, 1 + 1e-15};
  for (size_t i = 0; i < 2; i++) {
    bench *b = make_bench(9, 4, 3, 0);
    nnreg_message why;
    b->values[17] = bad[i];
    assert_int_equal(nnreg_judge_scores(&b->scores, 1, &b->found, &why), NNREG_OK);
    assert_true(b->found.outside);
  }
}

/* Scores that are not finite show in the totals. */
static void test_not_finite(void **state)
{
  (void)state;
  static const double bad[] = {NAN, INFINITY, -INFINITY};
  for (size_t rows = 9; rows < 200; rows += 150) {
    bench *b = make_bench(rows, 3, 999, 0);
    nnreg_message why;
    for (size_t i = 0; i < 3 * rows; i += 7) b->values[i] = bad[i % 3];
    assert_int_equal(nnreg_judge_scores(&b->scores, 1, &b->found, &why), NNREG_OK);
    for (size_t i = 0; i < rows; i++) {
      double sum = b->values[i] + b->values[rows + i] + b->values[2 * rows + i];
      assert_true(isfinite(b->total[i]) == isfinite(sum));
    }
  }
}

static void test_refused(void **state)
{
  (void)state;
  bench *b = make_bench(9, 4, 3, 0);
  nnreg_message why;
  for (int32_t label = -1; label < 5; label += 5) {
    b->labels[3] = label;
    assert_int_equal(nnreg_judge_scores(&b->scores, 1, &b->found, &why), NNREG_BAD_ARGUMENT);
    assert_string_equal(why.text, "a label is not from 0 to the number of classes - 1");
  }
  b->labels[3] = 0;
  int allocations = 0;
  for (nnreg_status status = NNREG_OUT_OF_MEMORY; status != NNREG_OK; allocations++) {
    failing_in = allocations;
    status = nnreg_judge_scores(&b->scores, 1, &b->found, &why);
    failing_in = -1;
    if (status == NNREG_OK) break;
    assert_int_equal(status, NNREG_OUT_OF_MEMORY);
  }
  assert_true(allocations > 3);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_definitions), TEST(test_threads),    TEST(test_tiny),    TEST(test_nearly_right),
      TEST(test_outside),     TEST(test_not_finite), TEST(test_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
