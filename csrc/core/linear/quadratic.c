/* Coordinate steps for a quadratic model with a penalty (Friedman, Hastie and Tibshirani, "Regular-
 * ization paths for generalized linear models via coordinate descent", 2010: covariance updates).
 * Where inputs are so correlated that the rounds go on, Newton's step on the weights that are not 0
 * ends them: the model is a parabola as long as no sign changes.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "linear.h"

enum { MAX_ROUNDS = 100000, CALL = 64, FOUR = 4, BLOCK = 96 };

/* ---------------------------------------------------------- Single weights -- */

/* Moves that the gradient of weights from .. to - 1 does not have yet: several at once take half
 * the time. */
typedef struct {
  size_t from, to, count;
  double moved[FOUR];
  const double *column[FOUR]; /* from the first of these weights on */
} pending;

static double gradient_of(const pending *late, size_t j, const double *g)
{
  double sum = g[j];
  for (size_t i = 0; i < late->count; i++) sum += late->moved[i] * late->column[i][j - late->from];
  return sum;
}

static void catch_up(const linear_quadratic *q, pending *late, double *g)
{
  size_t rows = late->to - late->from;
  if (late->count == FOUR)
    q->kernels->add_four(rows, late->moved, late->column, g + late->from);
  else
    for (size_t i = 0; i < late->count; i++)
      q->kernels->add(rows, late->moved[i], late->column[i], g + late->from);
  late->count = 0;
}

static void note_move(const linear_quadratic *q, size_t j, double moved, double *g, pending *late)
{
  late->moved[late->count] = moved;
  late->column[late->count++] = linear_quadratic_column(q, j) + late->from;
  if (late->count == FOUR) catch_up(q, late, g);
}

/* Moves one weight of a lane, with gradient `slope`, to its best value. Returns about twice what
 * that gains. */
static double step(const linear_quadratic *q, size_t j, double slope, double *w, double *g,
                   pending *late)
{
  const linear_penalty *p = q->penalty;
  double h = linear_quadratic_column(q, j)[j], bend = h + 2 * p->l2[j];
  if (!(bend > 0)) return 0;
  double moved = nnreg_soft(h * w[j] - slope, p->l1[j]) / bend - w[j];
  if (moved == 0) return 0;
  w[j] += moved;
  note_move(q, j, moved, g, late);
  return bend * moved * moved;
}

/* One step for each weight that wants to leave 0, and unless `rest` for each that is not 0; lists
 * those that are then not 0. */
static double round_of_all(const linear_quadratic *q, double *w, double *g, bool rest,
                           size_t *num_active)
{
  const linear_penalty *p = q->penalty;
  double most = 0;
  pending late = {.to = p->count};
  *num_active = 0;
  for (size_t j = 0; j < p->count; j++) {
    double slope = gradient_of(&late, j, g);
    if (w[j] != 0 ? !rest : fabs(slope) > p->l1[j])
      most = fmax(most, step(q, j, slope, w, g, &late));
    if (w[j] != 0) q->active[(*num_active)++] = (uint32_t)j;
  }
  catch_up(q, &late, g);
  return most;
}

/* Gives weights from .. to - 1 what `count` weights moved since `before`. */
static void pass_on(const linear_quadratic *q, const uint32_t *active, size_t count,
                    const double *w, const double *before, double *g, size_t from, size_t to)
{
  pending late = {.from = from, .to = to};
  for (size_t a = 0; a < count && from < to; a++) {
    size_t j = active[a];
    if (w[j] != before[j]) note_move(q, j, w[j] - before[j], g, &late);
  }
  catch_up(q, &late, g);
}

static double round_of_some(const linear_quadratic *q, const uint32_t *active, size_t count,
                            double *w, double *g, size_t from, size_t to)
{
  double most = 0;
  pending late = {.from = from, .to = to};
  for (size_t a = 0; a < count; a++)
    most = fmax(most, step(q, active[a], gradient_of(&late, active[a], g), w, g, &late));
  catch_up(q, &late, g);
  return most;
}

/* Two rounds of some weights that stand together, before all others learn of them: their part of H
 * is in the cache, the whole of it is not. */
static double round_of_block(const linear_quadratic *q, const uint32_t *active, size_t count,
                             double *w, double *g)
{
  size_t from = active[0], to = active[count - 1] + 1;
  for (size_t a = 0; a < count; a++) q->moves[active[a]] = w[active[a]];
  double most = round_of_some(q, active, count, w, g, from, to);
  round_of_some(q, active, count, w, g, from, to);
  pass_on(q, active, count, w, q->moves, g, 0, from);
  pass_on(q, active, count, w, q->moves, g, to, q->penalty->count);
  return most;
}

static double round_of_active(const linear_quadratic *q, double *w, double *g, size_t num_active)
{
  double most = 0;
  if (num_active <= BLOCK || q->polish)
    return round_of_some(q, q->active, num_active, w, g, 0, q->penalty->count);
  for (size_t first = 0; first < num_active; first += BLOCK) {
    size_t count = num_active - first < BLOCK ? num_active - first : BLOCK;
    most = fmax(most, round_of_block(q, q->active + first, count, w, g));
  }
  return most;
}

/* ------------------------------------------------------------ Newton's step -- */

nnreg_status linear_newton_reserve(linear_newton *n, size_t room, nnreg_message *why)
{
  linear_newton more = {.room = room,
                        .count = n->count,
                        .factor = nnreg_alloc(room * room, sizeof *n->factor),
                        .step = nnreg_alloc(room, sizeof *n->step),
                        .ridge = nnreg_alloc(room, sizeof *n->ridge),
                        .order = nnreg_alloc(room, sizeof *n->order)};
  if (!more.factor || !more.step || !more.ridge || !more.order) {
    linear_newton_close(&more);
    return nnreg_no_memory(why, "Newton's steps");
  }
  for (size_t i = 0; i < n->count; i++) {
    memcpy(more.factor + i * room, n->factor + i * n->room, (i + 1) * sizeof *n->factor);
    more.ridge[i] = n->ridge[i];
    more.order[i] = n->order[i];
  }
  linear_newton_close(n);
  *n = more;
  return NNREG_OK;
}

void linear_newton_close(linear_newton *n)
{
  nnreg_free(n->factor);
  nnreg_free(n->step);
  nnreg_free(n->ridge);
  nnreg_free(n->order);
  *n = (linear_newton){.room = 0};
}

/* Orders the active weights: first those whose rows of the factor still hold, then the others.
 * Returns how many rows hold. */
static size_t order_active(linear_newton *n, const linear_quadratic *q, const double *w,
                           size_t count)
{
  const double *l2 = q->penalty->l2;
  size_t held = 0, at;
  linear_newton_drop(n, w);
  while (held < n->count && n->ridge[held] == l2[n->order[held]]) q->marks[n->order[held++]] = true;
  at = held;
  for (size_t a = 0; a < count; a++)
    if (!q->marks[q->active[a]]) n->order[at++] = q->active[a];
  for (size_t i = 0; i < held; i++) q->marks[n->order[i]] = false;
  return held;
}

/* Adds rows to Cholesky's factor of the active rows of H + 2 l2: all, unless the stop flag is up.
 * False if H is singular there but for rounding. */
static bool factorise(linear_newton *n, const linear_quadratic *q, size_t held, size_t count)
{
  const double singular = 1e-11;
  n->count = held;
  for (size_t i = held; i < count && !nnreg_is_stopped(q->blas); i++) {
    const double *h = linear_quadratic_column(q, n->order[i]);
    double *row = n->factor + i * n->room, ridge = q->penalty->l2[n->order[i]];
    double full = h[n->order[i]] + 2 * ridge;
    for (size_t k = 0; k < i; k++) {
      const double *above = n->factor + k * n->room;
      row[k] = (h[n->order[k]] - q->kernels->dot(k, row, above)) / above[k];
    }
    double rest = full - q->kernels->dot(i, row, row);
    if (!(rest > singular * full)) return false;
    row[i] = sqrt(rest);
    n->ridge[i] = ridge;
    n->count++;
  }
  return true;
}

static void solve_factorised(const linear_newton *n, const nnreg_kernels *kernels, double *d)
{
  for (size_t i = 0; i < n->count; i++) {
    const double *row = n->factor + i * n->room;
    d[i] = (d[i] - kernels->dot(i, row, d)) / row[i];
  }
  for (size_t i = n->count; i-- > 0;) {
    const double *row = n->factor + i * n->room;
    d[i] /= row[i];
    kernels->add(i, -d[i], row, d);
  }
}

/* Moves the active weights by t times the step, with t <= 1 where the first sign changes. Returns
 * whether none does. */
static bool move_active(const linear_newton *n, const linear_quadratic *q, double *w, double *g)
{
  double t = 1;
  size_t first = n->count;
  for (size_t a = 0; a < n->count; a++) {
    double old = w[n->order[a]], d = n->step[a];
    if (q->penalty->l1[n->order[a]] == 0 || old * (old + d) > 0) continue;
    if (-old / d <= t) {
      t = -old / d;
      first = a;
    }
  }
  for (size_t a = 0; a < n->count; a++) {
    size_t j = n->order[a];
    double moved = a == first ? -w[j] : t * n->step[a];
    w[j] = a == first ? 0 : w[j] + moved;
    q->kernels->add(q->penalty->count, moved, linear_quadratic_column(q, j), g);
  }
  return first == n->count;
}

/* The cost of Newton's step in products. A call of a kernel costs as much as CALL products in it
 * (measured). */
static double cost_of_step(const linear_quadratic *q, size_t lane, size_t count)
{
  double a = (double)count, held = (double)q->newton[lane].count;
  double rows = a > held ? a - held : 0;
  /* If the factor does not fit the cache, its products take about ten times as long. */
  const double most_numbers = 1 << 16;
  double slower = a * a / 2 > most_numbers ? 10 : 1;
  return slower * rows * (a + held) / 2 * (CALL + (a + held) / 4) +
         a * ((double)q->penalty->count + 3 * CALL + a);
}

/* Sets the step to the direction in which row n->count's weight, which depends on those before it,
 * changes nothing but the penalty, and lets that fall or stay. */
static void find_open_direction(const linear_newton *n, const linear_quadratic *q, const double *w,
                                const double *g)
{
  size_t last = n->count;
  const double rounding = 1e-7;
  double *v = n->step, slope = 0, most = 0;
  v[last] = 1;
  for (size_t k = 0; k < last; k++) v[k] = -n->factor[last * n->room + k];
  for (size_t k = last; k-- > 0;) {
    const double *row = n->factor + k * n->room;
    v[k] /= row[k];
    q->kernels->add(k, -v[k], row, v);
  }
  for (size_t k = 0; k <= last; k++) most = fmax(most, fabs(v[k]));
  for (size_t k = 0; k <= last; k++) {
    size_t j = n->order[k];
    if (fabs(v[k]) < rounding * most) v[k] = 0;
    slope += v[k] * (g[j] + copysign(q->penalty->l1[j], w[j]) + 2 * q->penalty->l2[j] * w[j]);
  }
  for (size_t k = 0; k <= last && slope > 0; k++) v[k] = -v[k];
}

/* Where row n->count's weight depends on those before it, moves them until one is 0, and takes that
 * from the order; where all are free, the row's weight, which stays as it is. Adds what they moved
 * to q->moves. */
static void drop_dependent(linear_newton *n, const linear_quadratic *q, double *w, const double *g,
                           size_t *count)
{
  size_t last = n->count, first = last + 1;
  double t = INFINITY, *v = n->step;
  find_open_direction(n, q, w, g);
  for (size_t k = 0; k <= last; k++) {
    size_t j = n->order[k];
    if (q->penalty->l1[j] == 0 || !(w[j] * v[k] < 0) || -w[j] / v[k] > t) continue;
    t = -w[j] / v[k];
    first = k;
  }
  for (size_t k = 0; k <= last && first <= last; k++) {
    size_t j = n->order[k];
    double moved = k == first ? -w[j] : t * v[k];
    w[j] = k == first ? 0 : w[j] + moved;
    q->moves[j] += moved;
  }
  if (first > last) first = last;
  memmove(n->order + first, n->order + first + 1, (*count - first - 1) * sizeof *n->order);
  n->count = first;
  (*count)--;
}

/* Factorises the active rows, without those of weights that others can replace. */
static void factorise_independent(linear_newton *n, const linear_quadratic *q, double *w, double *g,
                                  size_t *count)
{
  size_t all = *count, held = order_active(n, q, w, all);
  if (factorise(n, q, held, all)) return;
  memset(q->moves, 0, q->penalty->count * sizeof *q->moves);
  do drop_dependent(n, q, w, g, count);
  while (!factorise(n, q, n->count, *count));
  for (size_t j = 0; j < q->penalty->count; j++)
    if (q->moves[j] != 0)
      q->kernels->add(q->penalty->count, q->moves[j], linear_quadratic_column(q, j), g);
}

/* Newton's step on the active weights of a lane. *whole: no sign changed on the way. False if there
 * are too many weights. */
static bool step_together(linear_quadratic *q, size_t lane, size_t count, bool *whole)
{
  linear_newton *n = q->newton + lane;
  double *w = q->w + lane * q->penalty->count, *g = q->g + lane * q->penalty->count;
  if (count > n->room) return false;
  factorise_independent(n, q, w, g, &count);
  for (size_t a = 0; a < count; a++) {
    size_t j = n->order[a];
    n->step[a] = -g[j] - 2 * q->penalty->l2[j] * w[j] - copysign(q->penalty->l1[j], w[j]);
  }
  solve_factorised(n, q->kernels, n->step);
  *whole = move_active(n, q, w, g);
  return true;
}

/* ----------------------------------------------------------------- A lane -- */

/* Drops the weights that became 0. */
static size_t keep_active(const linear_quadratic *q, const double *w, size_t count)
{
  size_t kept = 0;
  for (size_t a = 0; a < count; a++)
    if (w[q->active[a]] != 0) q->active[kept++] = q->active[a];
  return kept;
}

/* Rounds of the active weights; Newton's step once they have cost as much as it does, and if q asks
 * for it also at the end. */
static bool solve_active(linear_quadratic *q, size_t lane, size_t count, double gain)
{
  double *w = q->w + lane * q->penalty->count, *g = q->g + lane * q->penalty->count;
  double spent = 0;
  bool possible = q->newton != NULL, done = false, whole = false;
  for (size_t i = 1; i < MAX_ROUNDS && !done && !nnreg_is_stopped(q->blas); i++) {
    if (q->directions) linear_directions_begin(q->directions, q);
    done = round_of_active(q, w, g, count) <= gain;
    if (q->directions && !done) linear_directions_step(q->directions, q);
    if (done && (!q->polish || !possible)) return true;
    spent += (double)count * (CALL + (double)q->penalty->count);
    count = keep_active(q, w, count);
    if (!possible || (!done && spent < cost_of_step(q, lane, count))) continue;
    possible = step_together(q, lane, count, &whole);
    count = keep_active(q, w, count);
    spent = 0;
    if (q->directions) linear_directions_forget(q->directions);
    done = possible && whole && done;
  }
  return done;
}

static bool solve_lane(linear_quadratic *q, size_t lane, double gain)
{
  double *w = q->w + lane * q->penalty->count, *g = q->g + lane * q->penalty->count;
  for (size_t i = 0; i < MAX_ROUNDS && !nnreg_is_stopped(q->blas); i++) {
    size_t count;
    if (q->directions && i == 0) linear_directions_again(q->directions, q);
    bool rest = i > 0 && !q->polish; /* the others have just had their rounds */
    double most = round_of_all(q, w, g, rest, &count);
    if (i == 0) gain = fmax(gain, q->share * most);
    if (most <= gain && (i > 0 || !q->polish)) return true;
    if (!solve_active(q, lane, count, gain)) return false;
  }
  return false;
}

bool linear_quadratic_solve(linear_quadratic *q, double gain)
{
  if (q->penalty->num_groups > 0) return linear_quadratic_groups(q, gain);
  bool done = true;
  for (size_t r = 0; r < q->penalty->lanes; r++) done = solve_lane(q, r, gain) && done;
  return done;
}
