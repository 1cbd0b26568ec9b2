/* Scores of classes against the truth: what each row says, and a ROC curve for each class.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A class among thousands has few rows of its own, and its curve bends only at these. So they are
 * sorted, and the other rows are counted above them: no column is sorted.
 */
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

/* LANES numbers are counted side by side, in vectors as every vector unit has them; comparisons
 * give masks. What is done for a chunk of rows stays in the cache. */
enum { WIDTH = 2, VECTORS = 4, LANES = WIDTH * VECTORS, CHUNK = 64 * LANES, FEW = 16 };

typedef double numbers __attribute__((vector_size(WIDTH * sizeof(double))));
typedef int64_t masks __attribute__((vector_size(WIDTH * sizeof(int64_t))));

typedef struct {
  const nnreg_scores *scores;
  double *weights; /* (N, then LANES zeros) */
  double *bar;     /* (N) a class is ahead of the row's own if its score is above this */
  double *highest; /* (N) score */
  size_t *first;   /* (K + 2) the rows of class k are rows[first[k] .. first[k + 1] - 1] */
  uint32_t *rows;  /* (N) ascending in each class */
  level *levels;   /* (N + 1) falling */
  bool all_weigh;  /* no row has the weight 0 */
} judge;

static void close_judge(judge *j)
{
  nnreg_free(j->weights);
  nnreg_free(j->bar);
  nnreg_free(j->highest);
  nnreg_free(j->first);
  nnreg_free(j->rows);
  nnreg_free(j->levels);
}

/* The levels of all threads come one after the other. */
static nnreg_status open_judge(judge *j, const nnreg_scores *scores, size_t num_threads,
                               nnreg_message *why)
{
  size_t n = scores->num_samples;
  *j = (judge){.scores = scores,
               .weights = nnreg_alloc(n + LANES, sizeof *j->weights),
               .bar = nnreg_alloc(n, sizeof *j->bar),
               .highest = nnreg_alloc(n, sizeof *j->highest),
               .first = nnreg_alloc(scores->num_classes + 2, sizeof *j->first),
               .rows = nnreg_alloc(n, sizeof *j->rows),
               .levels = nnreg_alloc((n + 1) * num_threads, sizeof *j->levels),
               .all_weigh = true};
  if (!(j->weights && j->bar && j->highest && j->first && j->rows && j->levels))
    return nnreg_no_memory(why, "the metrics");
  for (size_t i = 0; i < n + LANES; i++) j->weights[i] = i < n ? scores->weights[i] : 0;
  for (size_t i = 0; i < n; i++) j->all_weigh &= j->weights[i] > 0;
  return NNREG_OK;
}

/* Class k's scores of some rows. */
static void load(const judge *j, size_t k, size_t row, size_t count, double *out)
{
  nnreg_load_d(j->scores->type, j->scores->values, k * j->scores->num_samples + row, count, out);
}

/* Loads a chunk, and asks for the next one: it comes while this one is counted. */
static void load_chunk(const judge *j, size_t k, size_t row, size_t count, double *out)
{
  size_t bytes = nnreg_type_bytes(j->scores->type), n = j->scores->num_samples;
  size_t next = k * n + row + count, room = j->scores->num_classes * n - next;
  const char *ahead = (const char *)j->scores->values + next * bytes;
  load(j, k, row, count, out);
  nnreg_prefetch(ahead, bytes * (room < count ? room : count));
}

/* The value where the mask is set, else 0. */
static inline numbers where(masks mask, numbers value) { return (numbers)(mask & (masks)value); }

static void sort_rows(judge *j)
{
  const nnreg_scores *scores = j->scores;
  size_t *next = j->first + 1;
  for (size_t k = 0; k < scores->num_classes + 2; k++) j->first[k] = 0;
  for (size_t i = 0; i < scores->num_samples; i++) j->first[scores->labels[i] + 2]++;
  for (size_t k = 2; k < scores->num_classes + 2; k++) j->first[k] += j->first[k - 1];
  for (size_t i = 0; i < scores->num_samples; i++) j->rows[next[scores->labels[i]]++] = (uint32_t)i;
}

/* The first of class k's rows, as an index into rows, that is not above `row`. */
static size_t own_from(const judge *j, size_t k, size_t row)
{
  return nnreg_first_from(j->rows, j->first[k], j->first[k + 1], row);
}

/* ------------------------------------------------------------------- Rows -- */

static void begin_rows(judge *j, nnreg_judgement *found)
{
  for (size_t i = 0; i < j->scores->num_samples; i++) {
    load(j, (size_t)j->scores->labels[i], i, 1, &j->bar[i]);
    found->total[i] = found->distance[i] = found->ahead[i] = found->best[i] = 0;
    j->highest[i] = -INFINITY;
  }
}

/* What class k's scores of a chunk of rows add to these. */
static void add_scores(const judge *j, size_t k, size_t from, size_t count, const double *scores,
                       nnreg_judgement *found)
{
  const double *restrict s = scores, *restrict bar = j->bar + from;
  double *restrict total = found->total + from, *restrict square = found->distance + from;
  double *restrict ahead = found->ahead + from, *restrict best = found->best + from;
  double *restrict highest = j->highest + from;
  double class = (double)k;
  for (size_t i = 0; i < count; i++) {
    total[i] += s[i];
    square[i] += s[i] * s[i];
    ahead[i] += s[i] > bar[i] ? 1 : 0;
  }
  for (size_t i = 0; i < count; i++) {
    double high = highest[i];
    best[i] = s[i] > high ? class : best[i];
    highest[i] = s[i] > high ? s[i] : high;
  }
}

/* What class k says of a chunk of rows; returns whether a score is outside 0 .. 1. Classes later
 * than the own are ahead with an equal score too. */
static bool judge_rows(const judge *j, size_t k, size_t from, size_t count, nnreg_judgement *found)
{
  const numbers zero = {0, 0}, one = {1, 1};
  numbers vectors[CHUNK / WIDTH];
  numbers outside = {0, 0};
  double kept[CHUNK], *scores = (double *)vectors;
  size_t first = own_from(j, k, from), num_own = own_from(j, k, from + count) - first;
  const uint32_t *own = j->rows + first;
  load_chunk(j, k, from, count, scores);
  if (count % WIDTH != 0) scores[count] = 0;
  for (size_t i = 0; i < num_own; i++) kept[i] = found->distance[own[i]];
  add_scores(j, k, from, count, scores, found);
  for (size_t v = 0; v < (count + 1) / WIDTH; v++)
    outside += where(vectors[v] < zero, one) + where(vectors[v] > one, one);
  for (size_t i = 0; i < num_own; i++) {
    double score = scores[own[i] - from];
    found->distance[own[i]] = kept[i] + (score - 1) * (score - 1);
    j->bar[own[i]] = nextafter(score, -INFINITY);
  }
  return outside[0] + outside[1] > 0;
}

/* ----------------------------------------------------------------- Curves -- */

static int falling(const void *a, const void *b)
{
  double x = ((const level *)a)->score, y = ((const level *)b)->score;
  return (x < y) - (x > y);
}

/* Sorts class k's rows by score; returns the number of levels. */
static size_t make_levels(const judge *j, size_t k)
{
  size_t count = 0, last = 0;
  for (size_t i = j->first[k]; i < j->first[k + 1]; i++) {
    size_t row = j->rows[i];
    if (!(j->weights[row] > 0)) continue;
    j->levels[count] = (level){.weight = j->weights[row]};
    load(j, k, row, 1, &j->levels[count++].score);
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
  j->levels[count] = (level){.score = -INFINITY};
  for (size_t i = 0; i <= count; i++) j->levels[i].least = INFINITY;
  return count + 1;
}

/* Reads a chunk of class k's scores, up to a multiple of LANES. The class's own rows, and those of
 * weight 0, are below all levels. */
static void load_others(const judge *j, size_t k, size_t from, size_t count, double *scores)
{
  size_t last = own_from(j, k, from + count);
  load_chunk(j, k, from, count, scores);
  for (size_t i = own_from(j, k, from); i < last; i++) scores[j->rows[i] - from] = -INFINITY;
  for (size_t i = 0; i < count && !j->all_weigh; i++)
    if (!(j->weights[from + i] > 0)) scores[i] = -INFINITY;
  for (size_t i = count; i % LANES != 0; i++) scores[i] = -INFINITY;
}

/* Counts the scores of some rows above a level. */
static void count_above(const numbers *scores, const double *weights, size_t count, level *at)
{
  const numbers score = {at->score, at->score}, none = {INFINITY, INFINITY};
  numbers above[VECTORS] = {{0}}, tied[VECTORS] = {{0}}, least[VECTORS];
  for (size_t v = 0; v < VECTORS; v++) least[v] = none;
  for (size_t i = 0; i < count; i += LANES)
    for (size_t v = 0; v < VECTORS; v++) {
      numbers s = scores[i / WIDTH + v], weight;
      memcpy(&weight, weights + i + v * WIDTH, sizeof weight);
      masks not_above = s <= score;
      above[v] += where(~not_above, weight);
      tied[v] += where(s == score, weight);
      numbers high = (numbers)(not_above | (masks)s); /* NaN if not above */
      masks is_least = high < least[v];
      least[v] = (numbers)((is_least & (masks)high) | (~is_least & (masks)least[v]));
    }
  for (size_t l = 0; l < LANES; l++) {
    double lowest = least[l / WIDTH][l % WIDTH];
    at->above += above[l / WIDTH][l % WIDTH];
    at->tied += tied[l / WIDTH][l % WIDTH];
    at->least = lowest < at->least ? lowest : at->least;
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

/* Counts the scores of some rows between many levels. */
static void count_between(const double *scores, const double *weights, size_t count, level *levels,
                          size_t num_levels)
{
  for (size_t i = 0; i < count; i++) {
    double s = scores[i];
    level *at = &levels[level_of(levels, num_levels, s)];
    if (at->score == s)
      at->tied += weights[i];
    else {
      at->above += weights[i];
      at->least = s < at->least ? s : at->least;
    }
  }
}

/* Above a level are the rows between the levels above. */
static void sum_between(level *levels, size_t num_levels)
{
  for (size_t i = 1; i < num_levels; i++) {
    levels[i].above += levels[i - 1].above + levels[i - 1].tied;
    levels[i].least = fmin(levels[i].least, levels[i - 1].least);
    if (levels[i - 1].tied > 0) levels[i].least = fmin(levels[i].least, levels[i - 1].score);
  }
}

/* Counts the rows above class k's levels. */
static void count_rows(const judge *j, size_t k, size_t num_levels)
{
  numbers vectors[CHUNK / WIDTH];
  double *scores = (double *)vectors;
  size_t n = j->scores->num_samples;
  for (size_t from = 0; from < n; from += CHUNK) {
    const double *weights = j->weights + from;
    size_t count = n - from < CHUNK ? n - from : CHUNK;
    load_others(j, k, from, count, scores);
    for (size_t l = 0; l < num_levels && num_levels <= FEW; l++)
      count_above(vectors, weights, count, &j->levels[l]);
    if (num_levels > FEW) count_between(scores, weights, count, j->levels, num_levels);
  }
  if (num_levels > FEW) sum_between(j->levels, num_levels);
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
  bool outside = false;
  unsigned before = nnreg_keep_denormals();
  j.levels += member->id * (n + 1);
  nnreg_team_share(member, n, &from, &to);
  for (size_t k = 0; k < j.scores->num_classes; k++) /* column by column, as they are stored */
    for (size_t i = from; i < to; i += CHUNK)
      outside |= judge_rows(&j, k, i, to - i < CHUNK ? to - i : CHUNK, work->found);
  if (outside) atomic_store(&work->outside, true);
  nnreg_team_share(member, j.scores->num_classes, &from, &to);
  for (size_t k = from; k < to; k++) {
    size_t count = make_levels(&j, k);
    count_rows(&j, k, count);
    make_curve(&j, k, count, place(&j, k), work->found);
  }
  nnreg_restore_denormals(before);
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
    close_up(&work.judge, found);
    found->outside = atomic_load(&work.outside);
  }
  close_judge(&work.judge);
  return status;
}
