/* Steps along directions that are conjugate in the quadratic model. Rounds of coordinate steps are
 * slow where inputs are correlated; what a round moved is a good direction, and once it is made
 * conjugate to those before it, one step along it is the best for all of them together (the method
 * of conjugate directions: Nocedal and Wright, "Numerical optimization", 2006, chapter 5).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "linear.h"

enum { MOST = 16 };

nnreg_status linear_directions_reserve(linear_directions *s, size_t room, nnreg_message *why)
{
  linear_directions more = *s;
  more.room = room;
  more.begun = 0;
  more.moves = nnreg_alloc(room * MOST, sizeof *s->moves);
  more.bent = nnreg_alloc(room * MOST, sizeof *s->bent);
  more.bends = nnreg_alloc(MOST, sizeof *s->bends);
  more.w = nnreg_alloc(room, sizeof *s->w);
  more.g = nnreg_alloc(room, sizeof *s->g);
  more.slopes = nnreg_alloc(room, sizeof *s->slopes);
  more.movers = nnreg_alloc(room, sizeof *s->movers);
  if (!more.moves || !more.bent || !more.bends || !more.w || !more.g || !more.slopes ||
      !more.movers) {
    linear_directions_close(&more);
    return nnreg_no_memory(why, "directions of steps");
  }
  for (size_t k = 0; k < s->count; k++) {
    memcpy(more.moves + k * room, s->moves + k * s->room, s->room * sizeof *s->moves);
    memcpy(more.bent + k * room, s->bent + k * s->room, s->room * sizeof *s->bent);
    more.bends[k] = s->bends[k];
  }
  memset(more.movers, 0, room * sizeof *s->movers);
  if (s->room > 0) memcpy(more.movers, s->movers, s->room * sizeof *s->movers);
  linear_directions_close(s);
  *s = more;
  return NNREG_OK;
}

void linear_directions_close(linear_directions *s)
{
  nnreg_free(s->moves);
  nnreg_free(s->bent);
  nnreg_free(s->bends);
  nnreg_free(s->w);
  nnreg_free(s->g);
  nnreg_free(s->slopes);
  nnreg_free(s->movers);
  *s = (linear_directions){.least = s->least};
}

void linear_directions_forget(linear_directions *s) { s->count = s->next = s->begun = 0; }

void linear_directions_begin(linear_directions *s, const linear_quadratic *q)
{
  memcpy(s->w, q->w, q->penalty->count * sizeof *s->w);
  memcpy(s->g, q->g, q->penalty->count * sizeof *s->g);
  s->begun = q->penalty->count;
}

/* The directions that move a weight which is 0 and not free, as bits. A loop without branches is a
 * fast one. */
static uint32_t find_closed(const linear_directions *s, const linear_quadratic *q)
{
  const double *w = q->w, *l1 = q->penalty->l1;
  uint32_t closed = 0;
  for (size_t j = 0; j < q->penalty->count; j++)
    closed |= s->movers[j] & (0 - ((uint32_t)(w[j] == 0) & (uint32_t)(l1[j] > 0)));
  return closed;
}

/* Sets the bits of direction k. */
static void set_movers(linear_directions *s, size_t k, size_t count)
{
  const double *move = s->moves + k * s->room;
  for (size_t j = 0; j < count; j++)
    s->movers[j] = (s->movers[j] & ~(1u << k)) | ((uint32_t)(move[j] != 0) << k);
}

/* Sets the slopes to the derivatives of model and penalty by the weights, of those that are 0
 * without l1. Returns whether there is an l2. */
static bool find_slopes(const linear_directions *s, const linear_quadratic *q)
{
  const double *w = q->w, *l1 = q->penalty->l1, *l2 = q->penalty->l2;
  size_t ridges = 0;
  for (size_t j = 0; j < q->penalty->count; j++) {
    s->slopes[j] = q->g[j] + (w[j] != 0 ? copysign(l1[j], w[j]) : 0) + 2 * l2[j] * w[j];
    ridges += l2[j] != 0;
  }
  return ridges > 0;
}

/* Moves w to the lowest point along direction k, or to where the first sign changes on the way:
 * that weight becomes 0. Returns whether none does. Nothing moves along a direction that is not
 * open. Keeps the slopes right for all that are. */
static bool step_along(const linear_directions *s, size_t k, const linear_quadratic *q, bool ridge)
{
  const linear_penalty *p = q->penalty;
  const double *move = s->moves + k * s->room, *bent = s->bent + k * s->room;
  size_t first;
  double whole = -q->kernels->dot(p->count, move, s->slopes) / s->bends[k];
  double t = linear_penalty_reach(p, q->kernels, q->w, move, whole, &first);
  if (first < p->count && q->w[first] == 0) return false;
  q->kernels->add(p->count, t, move, q->w);
  q->kernels->add(p->count, t, bent, q->g);
  q->kernels->add(p->count, t, bent, s->slopes);
  for (size_t j = 0; j < p->count && ridge; j++) q->g[j] -= t * 2 * p->l2[j] * move[j];
  if (first < p->count) q->w[first] = 0;
  return first == p->count;
}

/* Drops the directions that move a weight which is 0 now. */
static void keep_open(linear_directions *s, const linear_quadratic *q)
{
  uint32_t closed = s->count > 0 ? find_closed(s, q) : 0;
  for (size_t k = s->count; k-- > 0;) {
    if (!(closed >> k & 1)) continue;
    size_t last = --s->count;
    if (last == k) continue;
    memcpy(s->moves + k * s->room, s->moves + last * s->room, s->room * sizeof *s->moves);
    memcpy(s->bent + k * s->room, s->bent + last * s->room, s->room * sizeof *s->bent);
    s->bends[k] = s->bends[last];
    set_movers(s, k, q->penalty->count);
  }
}

/* The same along all directions at once, which takes a third of the time: they are conjugate, so
 * none decides how far another goes. False, and nothing moves, if a sign changes on the way. */
static bool step_along_all(const linear_directions *s, const linear_quadratic *q, bool ridge)
{
  enum { FOUR = 4 };
  const linear_penalty *p = q->penalty;
  const double *moves[MOST], *bent[MOST];
  double t[MOST], *all = s->w;
  size_t first;
  for (size_t k = 0; k < MOST; k++) {
    size_t some = k < s->count ? k : 0; /* not a direction, but a number to multiply with 0 */
    moves[k] = s->moves + some * s->room;
    bent[k] = s->bent + some * s->room;
  }
  memset(all, 0, p->count * sizeof *all);
  for (size_t k = 0; k < s->count; k += FOUR) {
    q->kernels->dot_four(p->count, moves + k, s->slopes, t + k);
    for (size_t i = k; i < k + FOUR; i++) t[i] = i < s->count ? -t[i] / s->bends[i] : 0;
    q->kernels->add_four(p->count, t + k, moves + k, all);
  }
  linear_penalty_reach(p, q->kernels, q->w, all, 1, &first);
  if (first < p->count) return false;
  q->kernels->add(p->count, 1, all, q->w);
  for (size_t k = 0; k < s->count; k += FOUR) q->kernels->add_four(p->count, t + k, bent + k, q->g);
  for (size_t j = 0; j < p->count && ridge; j++) q->g[j] -= 2 * p->l2[j] * all[j];
  return true;
}

void linear_directions_again(linear_directions *s, const linear_quadratic *q)
{
  if (s->count == 0) return;
  bool ridge = find_slopes(s, q), whole = true;
  if (step_along_all(s, q, ridge)) return;
  for (size_t k = 0; k < s->count; k++) whole = step_along(s, k, q, ridge) && whole;
  if (!whole) keep_open(s, q);
}

/* Takes from direction k what is not conjugate to the others. */
static void make_conjugate(const linear_directions *s, size_t k, const linear_quadratic *q)
{
  size_t count = q->penalty->count;
  double *move = s->moves + k * s->room, *bent = s->bent + k * s->room;
  for (size_t i = 0; i < s->count; i++) {
    if (i == k) continue;
    const double *other = s->moves + i * s->room, *other_bent = s->bent + i * s->room;
    double share = q->kernels->dot(count, move, other_bent) / s->bends[i];
    q->kernels->add(count, -share, other, move);
    q->kernels->add(count, -share, other_bent, bent);
  }
}

/* Takes from a direction the weights that became 0: by what they alone would have done. */
static void leave_zeros(const linear_quadratic *q, double *move, double *bent)
{
  const linear_penalty *p = q->penalty;
  for (size_t j = 0; j < p->count; j++) {
    if (q->w[j] != 0 || move[j] == 0 || p->l1[j] == 0) continue;
    q->kernels->add(p->count, -move[j], linear_quadratic_column(q, j), bent);
    bent[j] -= 2 * p->l2[j] * move[j];
    move[j] = 0;
  }
}

void linear_directions_step(linear_directions *s, const linear_quadratic *q)
{
  const linear_penalty *p = q->penalty;
  keep_open(s, q);
  size_t at = s->count < MOST ? s->count : s->next++ % MOST;
  double *move = s->moves + at * s->room, *bent = s->bent + at * s->room;
  for (size_t j = 0; j < p->count; j++) {
    move[j] = q->w[j] - s->w[j];
    bent[j] = q->g[j] - s->g[j] + 2 * p->l2[j] * move[j];
  }
  leave_zeros(q, move, bent);
  double before = q->kernels->dot(p->count, move, bent);
  make_conjugate(s, at, q);
  double bend = q->kernels->dot(p->count, move, bent);
  if (!(bend > fmax(s->least * before, 0))) {
    if (at < s->count) linear_directions_forget(s);
    return;
  }
  s->bends[at] = bend;
  set_movers(s, at, p->count);
  if (at == s->count) s->count++;
  step_along(s, at, q, find_slopes(s, q));
}

void linear_directions_extend(linear_directions *s, const linear_quadratic *q, size_t first)
{
  memset(s->movers + first, 0, (q->penalty->count - first) * sizeof *s->movers);
  for (size_t k = 0; k < s->count; k++)
    for (size_t j = first; j < q->penalty->count; j++) {
      s->moves[j + k * s->room] = 0;
      s->bent[j + k * s->room] =
          q->kernels->dot(first, linear_quadratic_column(q, j), s->moves + k * s->room);
    }
  s->begun = 0;
}
