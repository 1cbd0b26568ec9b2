/* Scores of classes against the truth: what each row says, and a ROC curve for each class.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A class among thousands has few rows of its own, and its curve bends only at these. So they are
 * sorted, and the other rows are counted above them: no column is sorted.
 */
#include <fenv.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "os/os.h"

/* Rows of a class with the same score, and the other rows beside them. The last level of a class
 * is below all scores. */
typedef struct {
  double score, weight;
  double above, tied; /* weight of the other rows with a higher score, and with this one */
  double least;       /* of the higher scores */
} level;

typedef struct {
  const nnreg_scores *scores;
  double *column; /* (N) the scores of a class */
  double *bar;    /* (N) a class is ahead of the row's own if its score is above this */
  size_t *first;  /* (K + 2) the rows of class k are rows[first[k] .. first[k + 1] - 1] */
  uint32_t *rows; /* (N) */
  level *levels;  /* (N + 1) falling */
  bool all_weigh; /* no row has the weight 0 */
} judge;

static void close_judge(judge *j)
{
  nnreg_free(j->column);
  nnreg_free(j->bar);
  nnreg_free(j->first);
  nnreg_free(j->rows);
  nnreg_free(j->levels);
}

/* The columns and levels of all threads come one after the other. */
static nnreg_status open_judge(judge *j, const nnreg_scores *scores, size_t num_threads,
                               nnreg_message *why)
{
  size_t n = scores->num_samples;
  *j = (judge){.scores = scores,
               .column = nnreg_alloc(n * num_threads, sizeof *j->column),
               .bar = nnreg_alloc(n, sizeof *j->bar),
               .first = nnreg_alloc(scores->num_classes + 2, sizeof *j->first),
               .rows = nnreg_alloc(n, sizeof *j->rows),
               .levels = nnreg_alloc((n + 1) * num_threads, sizeof *j->levels)};
  bool all = j->column && j->bar && j->first && j->rows && j->levels;
  return all ? NNREG_OK : nnreg_no_memory(why, "the metrics");
}

static void load(const judge *j, size_t k, size_t row, size_t count, double *out)
{
  nnreg_load_d(j->scores->type, j->scores->values, k * j->scores->num_samples + row, count, out);
}

static void sort_rows(judge *j)
{
  const nnreg_scores *scores = j->scores;
  size_t *next = j->first + 1;
  for (size_t k = 0; k < scores->num_classes + 2; k++) j->first[k] = 0;
  for (size_t i = 0; i < scores->num_samples; i++) j->first[scores->labels[i] + 2]++;
  for (size_t k = 2; k < scores->num_classes + 2; k++) j->first[k] += j->first[k - 1];
  for (size_t i = 0; i < scores->num_samples; i++) j->rows[next[scores->labels[i]]++] = (uint32_t)i;
}

/* ------------------------------------------------------------------- Rows -- */

static void begin_rows(judge *j, nnreg_judgement *found)
{
  for (size_t i = 0; i < j->scores->num_samples; i++) {
    load(j, (size_t)j->scores->labels[i], i, 1, &j->bar[i]);
    found->total[i] = found->distance[i] = found->ahead[i] = 0;
  }
}

/* What class k's scores add to rows from .. to - 1. Later classes are ahead with an equal score
 * too. */
static void judge_rows(const judge *j, size_t k, size_t from, size_t to, nnreg_judgement *found,
                       int64_t *outside)
{
  const double *restrict column = j->column, *restrict bar = j->bar;
  double *restrict total = found->total, *restrict square = found->distance;
  double *restrict ahead = found->ahead;
  int64_t some = 0;
  for (size_t i = from; i < to; i++) {
    double s = column[i];
    total[i] += s;
    square[i] += s * s;
    ahead[i] += s > bar[i] ? 1 : 0;
    some |= (s < 0) | (s > 1);
  }
  *outside |= some;
  for (size_t i = j->first[k]; i < j->first[k + 1]; i++) {
    size_t row = j->rows[i];
    if (row < from || row >= to) continue;
    square[row] += 1 - 2 * column[row];
    j->bar[row] = nextafter(column[row], -INFINITY);
  }
}

static void end_rows(const judge *j, nnreg_judgement *found)
{
  for (size_t i = 0; i < j->scores->num_samples; i++)
    found->distance[i] = fmax(found->distance[i], 0); /* or rounding made it negative */
}

/* ----------------------------------------------------------------- Curves -- */

static int falling(const void *a, const void *b)
{
  double x = ((const level *)a)->score, y = ((const level *)b)->score;
  return (x < y) - (x > y);
}

/* Sorts class k's rows by score; returns the number of levels. These rows, and those of weight 0,
 * are taken out of the column, as NaN. */
static size_t make_levels(judge *j, size_t k)
{
  size_t count = 0, last = 0;
  for (size_t i = j->first[k]; i < j->first[k + 1]; i++) {
    size_t row = j->rows[i];
    double weight = j->scores->weights[row];
    if (weight > 0) j->levels[count++] = (level){.score = j->column[row], .weight = weight};
    j->column[row] = NAN;
  }
  if (count > 0) {
    qsort(j->levels, count, sizeof *j->levels, falling);
    for (size_t i = 1; i < count; i++) {
      if (j->levels[i].score == j->levels[last].score)
        j->levels[last].weight += j->levels[i].weight;
      else
        j->levels[++last] = j->levels[i];
    }
    count = last + 1;
  }
  for (size_t i = 0; i < j->scores->num_samples && !j->all_weigh; i++)
    if (!(j->scores->weights[i] > 0)) j->column[i] = NAN;
  j->levels[count] = (level){.score = -INFINITY};
  for (size_t i = 0; i <= count; i++) j->levels[i].least = INFINITY;
  return count + 1;
}

enum { LANES = 2, PAIRS = 2, AT_ONCE = LANES * PAIRS, FEW = 16 };

/* Two numbers, as every vector unit has them; comparisons give masks. */
typedef double numbers __attribute__((vector_size(LANES * sizeof(double))));
typedef int64_t masks __attribute__((vector_size(LANES * sizeof(int64_t))));

/* The value where the mask is set, else 0. */
static inline numbers where(masks mask, numbers value) { return (numbers)(mask & (masks)value); }

typedef struct {
  numbers score, above, tied, least;
} level_pair;

/* Counts the rows above a few levels, AT_ONCE at a time. */
static void count_above(const judge *j, level *levels, size_t count)
{
  level_pair p[PAIRS] = {{{0}, {0}, {0}, {0}}};
  for (size_t l = 0; l < AT_ONCE; l++) {
    p[l / LANES].score[l % LANES] = l < count ? levels[l].score : INFINITY;
    p[l / LANES].least[l % LANES] = INFINITY;
  }
  for (size_t i = 0; i < j->scores->num_samples; i++) {
    numbers s = {j->column[i], j->column[i]};
    numbers weight = {j->scores->weights[i], j->scores->weights[i]};
    for (size_t k = 0; k < PAIRS; k++) {
      masks is_above = s > p[k].score, is_least = is_above & (s < p[k].least);
      p[k].above += where(is_above, weight);
      p[k].tied += where(s == p[k].score, weight);
      p[k].least = (numbers)((is_least & (masks)s) | (~is_least & (masks)p[k].least));
    }
  }
  for (size_t l = 0; l < count && l < AT_ONCE; l++) {
    levels[l].above = p[l / LANES].above[l % LANES];
    levels[l].tied = p[l / LANES].tied[l % LANES];
    levels[l].least = p[l / LANES].least[l % LANES];
  }
}

/* The first of the levels that is not above the score; the last one never is. */
static size_t level_of(const level *levels, size_t count, double score)
{
  size_t first = 0;
  while (count > 1) {
    size_t half = count / 2;
    bool is_above = levels[first + half - 1].score > score;
    first += is_above ? half : 0;
    count -= is_above ? half : count - half;
  }
  return first;
}

/* Counts the rows above many levels: between two of them first. */
static void count_between(const judge *j, level *levels, size_t count)
{
  for (size_t i = 0; i < j->scores->num_samples; i++) {
    double s = j->column[i], weight = j->scores->weights[i];
    if (isnan(s)) continue;
    level *at = &levels[level_of(levels, count, s)];
    if (at->score == s)
      at->tied += weight;
    else {
      at->above += weight;
      at->least = s < at->least ? s : at->least;
    }
  }
  for (size_t i = 1; i < count; i++) {
    levels[i].above += levels[i - 1].above + levels[i - 1].tied;
    levels[i].least = fmin(levels[i].least, levels[i - 1].least);
    if (levels[i - 1].tied > 0) levels[i].least = fmin(levels[i].least, levels[i - 1].score);
  }
}

static void count_rows(const judge *j, size_t count)
{
  if (count > FEW)
    count_between(j, j->levels, count);
  else
    for (size_t i = 0; i < count; i += AT_ONCE) count_above(j, j->levels + i, count - i);
}

typedef enum { UP, RIGHT, BOTH } direction;

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

/* Writes class k's curve from `first` of the points on, and its area. */
static void make_curve(const judge *j, size_t k, size_t count, size_t first, nnreg_judgement *found)
{
  double point[3] = {0, 0, INFINITY}, area = 0;
  direction before = BOTH;
  size_t end = add_point(found, first, &before, BOTH, point);
  for (size_t i = 0; i < count; i++) {
    const level *now = &j->levels[i];
    if (now->least < point[2]) { /* there are other rows since the last level */
      point[0] = now->above;
      point[2] = now->least;
      end = add_point(found, end, &before, RIGHT, point);
    }
    if (i == count - 1) break;
    point[0] = now->above + now->tied;
    point[1] += now->weight;
    point[2] = now->score;
    end = add_point(found, end, &before, now->tied > 0 ? BOTH : UP, point);
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

/* ------------------------------------------------------------------- Team -- */

typedef struct {
  judge judge;
  nnreg_judgement *found;
  atomic_bool outside;
} job;

/* Where class k's points are written: it has at most two for each of its rows, and two. */
static size_t place(const judge *j, size_t k) { return 2 * (j->first[k] + k); }

/* Each thread has some rows, and then the curves of some classes. Meanwhile tiny scores count,
 * which a team takes for 0. */
static void judge_share(void *context, const nnreg_member *member)
{
  job *work = context;
  judge j = work->judge;
  size_t n = j.scores->num_samples, from, to;
  int64_t outside = 0;
  fenv_t before;
  fegetenv(&before);
  fesetenv(FE_DFL_ENV);
  j.column += member->id * n;
  j.levels += member->id * (n + 1);
  nnreg_team_share(member, n, &from, &to);
  for (size_t k = 0; k < j.scores->num_classes; k++) {
    load(&j, k, from, to - from, j.column + from);
    judge_rows(&j, k, from, to, work->found, &outside);
  }
  if (outside) atomic_store(&work->outside, true);
  nnreg_team_share(member, j.scores->num_classes, &from, &to);
  for (size_t k = from; k < to; k++) {
    load(&j, k, 0, n, j.column);
    size_t count = make_levels(&j, k);
    count_rows(&j, count);
    make_curve(&j, k, count, place(&j, k), work->found);
  }
  fesetenv(&before);
}

/* Moves the points of all classes together. */
static void close_up(const judge *j, nnreg_judgement *found)
{
  double *lists[] = {found->fpr, found->tpr, found->threshold};
  for (size_t l = 0; l < 3; l++) {
    size_t to = 0;
    for (size_t k = 0; k < j->scores->num_classes; k++) {
      memmove(lists[l] + to, lists[l] + place(j, k), found->num_points[k] * sizeof(double));
      to += found->num_points[k];
    }
  }
}

nnreg_status nnreg_judge_scores(const nnreg_scores *scores, size_t num_threads,
                                nnreg_judgement *found, nnreg_message *why)
{
  job work = {.found = found};
  size_t n = scores->num_samples;
  for (size_t i = 0; i < n; i++)
    if (scores->labels[i] < 0 || (size_t)scores->labels[i] >= scores->num_classes)
      return nnreg_refuse(why, "a label is not from 0 to the number of classes - 1");
  if ((double)n * (double)scores->num_classes < 1e5 || num_threads < 1) num_threads = 1;
  if (num_threads > NNREG_MAX_THREADS) num_threads = NNREG_MAX_THREADS;
  nnreg_status status = open_judge(&work.judge, scores, num_threads, why);
  if (status == NNREG_OK) {
    sort_rows(&work.judge);
    begin_rows(&work.judge, found);
    nnreg_team_run(num_threads, judge_share, &work);
    end_rows(&work.judge, found);
    close_up(&work.judge, found);
    found->outside = atomic_load(&work.outside);
  }
  close_judge(&work.judge);
  return status;
}
