/* The working set of a wide model: which weights are in it, and what they cost.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "wide.h"

enum { MOST_ACTIVE = 1500 };

void linear_set_close(linear_wide *s)
{
  nnreg_free(s->w);
  nnreg_free(s->before);
  nnreg_free(s->g);
  nnreg_free(s->at);
  linear_penalty_close(&s->penalty);
  nnreg_free(s->quadratic.active);
  nnreg_free(s->quadratic.marks);
  nnreg_free(s->quadratic.moves);
  nnreg_free(s->quadratic.equations);
  linear_descent_close(&s->descent);
}

nnreg_status linear_set_reserve(linear_wide *s, size_t count, nnreg_message *why)
{
  nnreg_status status = linear_hessian_reserve(&s->hessian, count, why);
  size_t room = s->hessian.room;
  if (status != NNREG_OK || room == s->room) return status;
  double *w = nnreg_alloc(room, sizeof *w), *l2 = nnreg_alloc(room, sizeof *l2);
  if (w && s->room) memcpy(w, s->w, s->hessian.count * sizeof *w);
  if (l2 && s->room) memcpy(l2, s->penalty.l2, s->known * sizeof *l2); /* see linear_set_penalty */
  linear_set_close(s);
  s->room = room;
  s->own = 0;
  s->w = w;
  s->before = nnreg_alloc(room, sizeof(double));
  s->g = nnreg_alloc(room, sizeof(double));
  s->at = nnreg_alloc(room, sizeof(double));
  linear_penalty *p = &s->penalty;
  p->l1 = nnreg_alloc(room, sizeof(double));
  p->l2 = l2;
  p->starts = nnreg_alloc(room + 1, sizeof *p->starts);
  p->members = nnreg_alloc(room, sizeof *p->members);
  p->price = nnreg_alloc(room, sizeof(double));
  linear_quadratic *q = &s->quadratic;
  q->active = nnreg_alloc(room, sizeof *q->active);
  q->marks = nnreg_alloc(room, sizeof *q->marks);
  q->moves = nnreg_alloc(room, sizeof *q->moves);
  bool grouped = s->model->penalty.num_groups > 0;
  q->equations = grouped ? nnreg_alloc(room * LINEAR_EQUATIONS, sizeof(double)) : NULL;
  bool have = w && s->before && s->g && s->at && p->l1 && p->l2 && p->starts && p->members &&
              p->price && q->active && q->marks && q->moves && (q->equations || !grouped);
  if (!have) s->room = 0;
  if (!have) return nnreg_no_memory(why, "the weights of a linear model");
  memset(q->marks, 0, room * sizeof *q->marks);
  if (s->by_columns) return linear_descent_reserve(&s->descent, room, why);
  status = linear_directions_reserve(&s->directions, room, why);
  if (status == NNREG_OK) status = linear_directions_reserve(&s->course, room, why);
  if (status != NNREG_OK) return status;
  return linear_newton_reserve(&s->newton, room < MOST_ACTIVE ? room : MOST_ACTIVE, why);
}

double *linear_set_weight(const linear_wide *s, size_t c)
{
  return s->model->weights + linear_hessian_place(&s->hessian, c);
}

void linear_set_empty(linear_wide *s)
{
  for (size_t c = 0; c < s->hessian.count; c++)
    s->place[s->hessian.input[c] + s->hessian.lane[c] * (s->inputs + 1)] = -1;
  s->hessian.count = s->known = s->own = s->newton.count = 0;
  linear_course_forget(s);
}

/* Whether a weight is to be in the set: it is not 0, or free, or its gradient is above the bar, a
 * share of its price. With groups the group's norm counts. */
static bool belongs(const linear_wide *s, size_t j, size_t k, double bar)
{
  const linear_penalty *p = &s->model->penalty;
  size_t i = j + k * s->inputs;
  if (isinf(p->l1[j])) return false;
  return s->model->weights[i] != 0 || fabs(s->gradient[i]) > bar * p->l1[j];
}

static bool group_belongs(const linear_wide *s, size_t group, double bar)
{
  const linear_penalty *p = &s->model->penalty;
  if (linear_group_square(p, group, s->model->weights) > 0) return true;
  return linear_group_norm(p, group, s->gradient, 1 / bar) > p->price[group];
}

/* Counts a weight that is not in the set yet, and adds it if `adds`. */
static size_t pass_weight(linear_wide *s, size_t input, size_t lane, bool adds)
{
  int32_t *place = s->place + input + lane * (s->inputs + 1);
  if (*place >= 0) return 0;
  if (!adds) return 1;
  size_t c = s->hessian.count++;
  *place = (int32_t)c;
  s->hessian.input[c] = (uint32_t)input;
  s->hessian.lane[c] = (uint32_t)lane;
  s->w[c] = *linear_set_weight(s, c);
  return 1;
}

/* How many of inputs j .. last - 1 may have to enter the set. A loop without branches is fast. */
static size_t count_outside(const linear_wide *s, size_t lane, size_t j, size_t last, double bar)
{
  const double *l1 = s->model->penalty.l1, *w = s->model->weights + lane * s->inputs;
  const double *g = s->gradient + lane * s->inputs;
  const int32_t *place = s->place + lane * (s->inputs + 1);
  size_t count = 0;
  for (; j < last; j++)
    count += (size_t)(place[j] < 0) & ((size_t)(w[j] != 0) | (size_t)(fabs(g[j]) > bar * l1[j]));
  return count;
}

static size_t pass_weights(linear_wide *s, size_t lane, double bar, bool adds)
{
  enum { CHUNK = 64 };
  size_t count = 0;
  for (size_t j = 0, last; j < s->inputs; j = last) {
    last = s->inputs - j < CHUNK ? s->inputs : j + CHUNK;
    if (count_outside(s, lane, j, last, bar) == 0) continue;
    for (size_t i = j; i < last; i++)
      if (belongs(s, i, lane, bar)) count += pass_weight(s, i, lane, adds);
  }
  return count;
}

static size_t pass_groups(linear_wide *s, size_t lane, double bar, bool adds)
{
  const linear_penalty *p = &s->model->penalty;
  size_t count = 0;
  for (size_t group = 0; group < p->num_groups; group++) {
    if (!group_belongs(s, group, bar)) continue;
    for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
      if (!isinf(p->l1[p->members[m]])) count += pass_weight(s, p->members[m], lane, adds);
  }
  return count;
}

/* Counts the weights above the bar that are not in the set yet, and adds them if `adds`. */
static size_t pass_set(linear_wide *s, double bar, bool adds)
{
  size_t count = 0;
  for (size_t k = 0; k < s->lanes; k++) {
    if (s->model->problem->intercept && !s->fixed[k]) count += pass_weight(s, s->inputs, k, adds);
    count += s->model->penalty.num_groups > 0 ? pass_groups(s, k, bar, adds)
                                              : pass_weights(s, k, bar, adds);
  }
  return count;
}

/* The bar above 1 that lets in at most `most` weights which are not in the set: the ones with
 * the largest gradients for their price. By bisection: about as many will do. */
static double raise_bar(linear_wide *s, size_t most)
{
  enum { STEPS = 30 };
  double low = 1, high = 1;
  while (pass_set(s, high, false) > most) {
    low = high;
    high *= 2;
  }
  for (int i = 0; i < STEPS && high > low * 1.01; i++) {
    double middle = (low + high) / 2;
    if (pass_set(s, middle, false) > most)
      low = middle;
    else
      high = middle;
  }
  return high;
}

nnreg_status linear_set_add(linear_wide *s, nnreg_message *why)
{
  enum { LEAST = 200 };
  const double out_of_reach = 1e100; /* but not Inf: the price of free weights is 0 */
  double bar = 1;
  size_t more = pass_set(s, bar, false), have = s->hessian.count;
  s->whole = true;
  if (more == 0) return NNREG_OK;
  size_t most = have > LEAST ? have : LEAST;
  if (more > most) most += pass_set(s, out_of_reach, false);
  if (more > most) {
    s->whole = false;
    bar = raise_bar(s, most);
    more = pass_set(s, bar, false);
  }
  nnreg_status status = linear_set_reserve(s, s->hessian.count + more, why);
  if (status == NNREG_OK) pass_set(s, bar, true);
  return status;
}

void linear_set_penalty(linear_wide *s)
{
  const linear_penalty *all = &s->model->penalty;
  linear_penalty *p = &s->penalty;
  size_t count = s->hessian.count, groups = 0, at = 0;
  p->count = count;
  p->lanes = 1;
  for (size_t c = 0; c < count; c++) {
    size_t j = s->hessian.input[c];
    bool bias = j == s->inputs;
    double l2 = bias ? 0 : all->l2[j];
    if (c < s->known && l2 != p->l2[c]) linear_course_forget(s);
    p->l1[c] = bias ? 0 : all->l1[j];
    p->l2[c] = l2;
    if (!bias || all->num_groups == 0) continue;
    p->members[at++] = (uint32_t)c;
    p->starts[groups] = groups;
    p->price[groups++] = 0;
  }
  for (size_t group = 0; group < all->num_groups; group++) {
    size_t first = at;
    for (size_t m = all->starts[group]; m < all->starts[group + 1]; m++)
      for (size_t k = 0; k < s->lanes; k++) {
        int32_t c = s->place[all->members[m] + k * (s->inputs + 1)];
        if (c >= 0) p->members[at++] = (uint32_t)c;
      }
    if (at == first) continue;
    p->starts[groups] = first;
    p->price[groups++] = all->price[group];
  }
  p->starts[groups] = at;
  p->num_groups = groups;
}

bool linear_set_is_whole(linear_wide *s) { return pass_set(s, 1, false) == 0; }
