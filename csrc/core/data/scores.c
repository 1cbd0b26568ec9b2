/* Scores of classes against the truth: what each row says, and a ROC curve for each class.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A class among thousands has few rows of its own, and its curve bends only at these. So they are
 * sorted, and the other rows are counted between them: no column is sorted.
 */
#include <math.h>
#include <stdlib.h>

#include "data.h"
#include "os/os.h"

/* Rows of a class with the same score. */
typedef struct {
  double score, weight;
  double tied; /* weight of the other rows with this score */
} level;

/* The other rows between two levels, or before the first, or after the last. */
typedef struct {
  double weight, least; /* the least score */
} gap;

typedef struct {
  const nnreg_scores *scores;
  double *column, *own; /* (N) the scores of a class; of each row's class */
  size_t *first;        /* (K + 1) the rows of class k are rows[first[k] .. first[k + 1] - 1] */
  uint32_t *rows;       /* (N) */
  level *levels;        /* (N) falling */
  gap *gaps;            /* (N + 1) */
} judge;

static void close_judge(judge *j)
{
  nnreg_free(j->column);
  nnreg_free(j->own);
  nnreg_free(j->first);
  nnreg_free(j->rows);
  nnreg_free(j->levels);
  nnreg_free(j->gaps);
}

static nnreg_status open_judge(judge *j, const nnreg_scores *scores, nnreg_message *why)
{
  size_t n = scores->num_samples;
  *j = (judge){.scores = scores,
               .column = nnreg_alloc(n, sizeof *j->column),
               .own = nnreg_alloc(n, sizeof *j->own),
               .first = nnreg_alloc(scores->num_classes + 2, sizeof *j->first),
               .rows = nnreg_alloc(n, sizeof *j->rows),
               .levels = nnreg_alloc(n, sizeof *j->levels),
               .gaps = nnreg_alloc(n + 1, sizeof *j->gaps)};
  bool all = j->column && j->own && j->first && j->rows && j->levels && j->gaps;
  return all ? NNREG_OK : nnreg_no_memory(why, "the metrics");
}

static void load_column(judge *j, size_t k)
{
  size_t n = j->scores->num_samples;
  nnreg_load_d(j->scores->type, j->scores->values, k * n, n, j->column);
}

static void sort_by_class(judge *j)
{
  const nnreg_scores *scores = j->scores;
  size_t *next = j->first + 1;
  for (size_t k = 0; k < scores->num_classes + 2; k++) j->first[k] = 0;
  for (size_t i = 0; i < scores->num_samples; i++) j->first[scores->labels[i] + 2]++;
  for (size_t k = 2; k < scores->num_classes + 2; k++) j->first[k] += j->first[k - 1];
  for (size_t i = 0; i < scores->num_samples; i++) j->rows[next[scores->labels[i]]++] = (uint32_t)i;
  for (size_t i = 0; i < scores->num_samples; i++)
    nnreg_load_d(scores->type, scores->values, (size_t)scores->labels[i] * scores->num_samples + i,
                 1, &j->own[i]);
}

/* What class k's scores add to each row. */
static void judge_rows(const judge *j, size_t k, nnreg_judgement *found)
{
  const double *restrict column = j->column, *restrict own = j->own;
  const int32_t *restrict labels = j->scores->labels;
  double *restrict total = found->total, *restrict distance = found->distance;
  double *restrict ahead = found->ahead;
  int32_t class = (int32_t)k, outside = 0;
  for (size_t i = 0; i < j->scores->num_samples; i++) {
    double s = column[i], gone = s - (labels[i] == class ? 1 : 0);
    total[i] += s;
    distance[i] += gone * gone;
    ahead[i] += ((s > own[i]) | ((s == own[i]) & (labels[i] < class))) ? 1 : 0;
    outside |= (s < 0) | (s > 1);
  }
  found->outside |= outside != 0;
}

static int falling(const void *a, const void *b)
{
  double x = ((const level *)a)->score, y = ((const level *)b)->score;
  return (x < y) - (x > y);
}

/* Sorts class k's rows by score; returns the number of different scores. */
static size_t make_levels(judge *j, size_t k)
{
  size_t count = 0, last = 0;
  for (size_t i = j->first[k]; i < j->first[k + 1]; i++) {
    size_t row = j->rows[i];
    double weight = j->scores->weights[row];
    if (weight > 0) j->levels[count++] = (level){.score = j->column[row], .weight = weight};
  }
  if (count == 0) return 0;
  qsort(j->levels, count, sizeof *j->levels, falling);
  for (size_t i = 1; i < count; i++) {
    if (j->levels[i].score == j->levels[last].score)
      j->levels[last].weight += j->levels[i].weight;
    else
      j->levels[++last] = j->levels[i];
  }
  return last + 1;
}

/* How many levels are above the score. */
static size_t levels_above(const level *levels, size_t count, double score)
{
  size_t above = 0;
  while (count > 4) {
    size_t half = count / 2;
    bool is_above = levels[half].score > score;
    levels += is_above ? half : 0;
    above += is_above ? half : 0;
    count = is_above ? count - half : half;
  }
  for (size_t i = 0; i < count; i++) above += levels[i].score > score;
  return above;
}

/* Counts the rows of other classes than k between the levels. */
static void fill_gaps(judge *j, size_t k, size_t count)
{
  const nnreg_scores *scores = j->scores;
  for (size_t i = 0; i <= count; i++) j->gaps[i] = (gap){0, INFINITY};
  for (size_t i = 0; i < scores->num_samples; i++) {
    double s = j->column[i], weight = scores->weights[i];
    if (scores->labels[i] == (int32_t)k || !(weight > 0)) continue;
    size_t at = levels_above(j->levels, count, s);
    if (at < count && j->levels[at].score == s) {
      j->levels[at].tied += weight;
      continue;
    }
    j->gaps[at].weight += weight;
    j->gaps[at].least = s < j->gaps[at].least ? s : j->gaps[at].least;
  }
}

typedef enum { START, UP, RIGHT, BOTH } direction;

/* Writes a point of the curve, over the one before if the curve goes straight on there. */
static size_t add_point(nnreg_judgement *found, size_t at, direction *before, direction now,
                        const double point[3])
{
  if (now == *before && now != BOTH) at--;
  found->fpr[at] = point[0];
  found->tpr[at] = point[1];
  found->threshold[at] = point[2];
  *before = now;
  return at + 1;
}

/* Class k's curve from its levels and gaps, at `first` of the points: its area and how many. */
static void make_curve(const judge *j, size_t k, size_t count, size_t first, nnreg_judgement *found)
{
  double point[3] = {0, 0, INFINITY}, area = 0;
  direction before = BOTH;
  size_t end = add_point(found, first, &before, START, point);
  for (size_t i = 0; i <= count; i++) {
    if (j->gaps[i].weight > 0) {
      point[0] += j->gaps[i].weight;
      point[2] = j->gaps[i].least;
      end = add_point(found, end, &before, RIGHT, point);
    }
    if (i == count) break;
    point[0] += j->levels[i].tied;
    point[1] += j->levels[i].weight;
    point[2] = j->levels[i].score;
    end = add_point(found, end, &before, j->levels[i].tied > 0 ? BOTH : UP, point);
  }
  found->area[k] = NAN;
  found->num_points[k] = 0;
  if (!(point[0] > 0 && point[1] > 0)) return;
  found->num_points[k] = end - first;
  for (size_t i = first; i < end; i++) { /* before any product of weights, which may overflow */
    found->fpr[i] /= point[0];
    found->tpr[i] /= point[1];
    if (i > first)
      area += (found->fpr[i] - found->fpr[i - 1]) * (found->tpr[i] + found->tpr[i - 1]) / 2;
  }
  found->area[k] = area;
}

nnreg_status nnreg_judge_scores(const nnreg_scores *scores, nnreg_judgement *found,
                                nnreg_message *why)
{
  judge j;
  size_t first = 0;
  for (size_t i = 0; i < scores->num_samples; i++)
    if (scores->labels[i] < 0 || (size_t)scores->labels[i] >= scores->num_classes)
      return nnreg_refuse(why, "a label is not from 0 to the number of classes - 1");
  nnreg_status status = open_judge(&j, scores, why);
  if (status == NNREG_OK) {
    sort_by_class(&j);
    found->outside = false;
    for (size_t i = 0; i < scores->num_samples; i++)
      found->total[i] = found->distance[i] = found->ahead[i] = 0;
    for (size_t k = 0; k < scores->num_classes; k++) {
      load_column(&j, k);
      judge_rows(&j, k, found);
      size_t count = make_levels(&j, k);
      fill_gaps(&j, k, count);
      make_curve(&j, k, count, first, found);
      first += found->num_points[k];
    }
  }
  close_judge(&j);
  return status;
}
