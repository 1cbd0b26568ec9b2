/* Steps of groups for a quadratic model with a penalty: block coordinate steps (Simon, Friedman and
 * Hastie, "A blockwise descent algorithm for group-penalized multiresponse and multinomial regres-
 * sion", 2013). They find which groups are 0. The weights of the others, where objective and
 * penalty bend, go on by Newton's steps, whose equations conjugate gradients solve (Nocedal and
 * Wright, "Numerical optimization", 2006, chapter 7): inputs that are correlated do not slow them.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "linear.h"

enum { MAX_ROUNDS = 100000, MOST_ITERATIONS = 100 };

/* ------------------------------------------------------------- Block steps -- */

/* A bound of the curvature in a group: the largest sum of a row's absolute values. */
static double group_bend(const linear_quadratic *q, const uint32_t *members, size_t size)
{
  double most = 0;
  for (size_t a = 0; a < size; a++) {
    double sum = 0;
    for (size_t b = 0; b < size; b++)
      sum += fabs(linear_quadratic_column(q, members[a])[members[b]]);
    most = fmax(most, sum);
  }
  return most;
}

/* |S (bend w - g, l1)| of a group. */
static double group_pull(const linear_quadratic *q, const uint32_t *members, size_t size,
                         double bend)
{
  const linear_penalty *p = q->penalty;
  double square = 0;
  for (size_t a = 0; a < size; a++)
    for (size_t r = 0; r < p->lanes; r++) {
      size_t at = members[a] + r * p->count;
      double z = nnreg_soft(bend * q->w[at] - q->g[at], p->l1[members[a]]);
      square += z * z;
    }
  return sqrt(square);
}

static double step_group(const linear_quadratic *q, size_t group)
{
  const linear_penalty *p = q->penalty;
  const uint32_t *members = p->members + p->starts[group];
  size_t size = p->starts[group + 1] - p->starts[group];
  double bend = group_bend(q, members, size), square = 0;
  if (!(bend > 0)) return 0;
  double pull = group_pull(q, members, size, bend), price = p->price[group];
  double share = pull > price ? 1 - price / pull : 0;
  for (size_t a = 0; a < size; a++) {
    size_t j = members[a];
    /* The members' moves are found before any of them is made: g changes with each. */
    for (size_t r = 0; r < p->lanes; r++) {
      size_t at = j + r * p->count;
      q->moves[a * p->lanes + r] =
          share * nnreg_soft(bend * q->w[at] - q->g[at], p->l1[j]) / (bend + 2 * p->l2[j]) -
          q->w[at];
    }
  }
  for (size_t a = 0; a < size; a++)
    for (size_t r = 0; r < p->lanes; r++) {
      double moved = q->moves[a * p->lanes + r];
      if (moved == 0) continue;
      q->w[members[a] + r * p->count] += moved;
      q->kernels->add(p->count, moved, linear_quadratic_column(q, members[a]), q->g + r * p->count);
      square += moved * moved;
    }
  return bend * square;
}

static double round_of_groups(const linear_quadratic *q)
{
  double most = 0;
  for (size_t group = 0; group < q->penalty->num_groups; group++)
    most = fmax(most, step_group(q, group));
  return most;
}

/* ---------------------------------------------------------- Newton's steps -- */

/* Vectors (count x lanes) for conjugate gradients: the step and H times it, what is left of the
 * equations, a direction and the equations' matrix times it. */
typedef struct {
  double *step, *bent, *rest, *way, *product, *scale;
} equations;

static equations empty_equations(const linear_quadratic *q)
{
  size_t count = q->penalty->count * q->penalty->lanes;
  double *numbers = q->equations;
  memset(numbers, 0, LINEAR_EQUATIONS * count * sizeof *numbers);
  return (equations){.step = numbers,
                     .bent = numbers + count,
                     .rest = numbers + 2 * count,
                     .way = numbers + 3 * count,
                     .product = numbers + 4 * count,
                     .scale = numbers + 5 * count};
}

/* Whether a weight takes part: it is not 0, or nothing holds it there. */
static bool takes_part(const linear_quadratic *q, size_t j, size_t at, double price, double norm)
{
  if (isinf(q->penalty->l1[j])) return false;
  return q->w[at] != 0 || (q->penalty->l1[j] == 0 && (price == 0 || norm > 0));
}

/* Sets the right side, minus the derivatives of model and penalty, and the preconditioner: the
 * inverse of the matrix's diagonal, or 0 for weights that take no part. */
static void begin_equations(equations *e, const linear_quadratic *q)
{
  const linear_penalty *p = q->penalty;
  for (size_t group = 0; group < p->num_groups; group++) {
    double norm = sqrt(linear_group_square(p, group, q->w)), price = p->price[group];
    for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
      for (size_t r = 0, j = p->members[m]; r < p->lanes; r++) {
        size_t at = j + r * p->count;
        double bend =
            linear_quadratic_column(q, j)[j] + 2 * p->l2[j] + (norm > 0 ? price / norm : 0);
        e->scale[at] = takes_part(q, j, at, price, norm) && bend > 0 ? 1 / bend : 0;
        if (e->scale[at] == 0) continue;
        double slope = q->g[at] + 2 * p->l2[j] * q->w[at];
        if (p->l1[j] > 0) slope += copysign(p->l1[j], q->w[at]);
        if (norm > 0) slope += price * q->w[at] / norm;
        e->rest[at] = -slope;
      }
  }
}

/* product = (H + the penalty's second derivatives) times way; H times way alone in *bent. */
static void multiply(equations *e, const linear_quadratic *q, double *bent)
{
  const linear_penalty *p = q->penalty;
  memset(bent, 0, p->count * p->lanes * sizeof *bent);
  for (size_t r = 0; r < p->lanes; r++)
    for (size_t j = 0; j < p->count; j++)
      if (e->way[j + r * p->count] != 0)
        q->kernels->add(p->count, e->way[j + r * p->count], linear_quadratic_column(q, j),
                        bent + r * p->count);
  for (size_t group = 0; group < p->num_groups; group++) {
    double norm = sqrt(linear_group_square(p, group, q->w)), along = 0;
    double bend = norm > 0 ? p->price[group] / norm : 0;
    for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
      for (size_t r = 0, j = p->members[m]; r < p->lanes; r++)
        along += q->w[j + r * p->count] * e->way[j + r * p->count];
    for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
      for (size_t r = 0, j = p->members[m]; r < p->lanes; r++) {
        size_t at = j + r * p->count;
        double own = (2 * p->l2[j] + bend) * e->way[at];
        if (norm > 0) own -= bend * q->w[at] * along / (norm * norm);
        e->product[at] = e->scale[at] > 0 ? bent[at] + own : 0;
      }
  }
}

/* The square of rest, in the preconditioner's measure. */
static double square_of_rest(const equations *e, size_t count)
{
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += e->scale[i] * e->rest[i] * e->rest[i];
  return sum;
}

/* Conjugate gradients until a share of the right side is left. Returns the iterations. */
static int solve_equations(equations *e, const linear_quadratic *q, double share, double *scratch)
{
  const double singular = 1e-13;
  size_t count = q->penalty->count * q->penalty->lanes;
  double now = square_of_rest(e, count), enough = share * share * now;
  int done = 0;
  for (size_t i = 0; i < count; i++) e->way[i] = e->scale[i] * e->rest[i];
  while (now > enough && done < MOST_ITERATIONS) {
    multiply(e, q, scratch);
    double bend = 0, length = 0;
    for (size_t i = 0; i < count; i++) {
      bend += e->way[i] * e->product[i];
      length += e->scale[i] > 0 ? e->way[i] * e->way[i] / e->scale[i] : 0;
    }
    if (!(bend > singular * length)) break;
    double t = now / bend, before = now;
    q->kernels->add(count, t, e->way, e->step);
    q->kernels->add(count, t, scratch, e->bent);
    q->kernels->add(count, -t, e->product, e->rest);
    now = square_of_rest(e, count);
    for (size_t i = 0; i < count; i++)
      e->way[i] = e->scale[i] * e->rest[i] + now / before * e->way[i];
    done++;
  }
  return done;
}

/* Moves w along the step as far as model and penalty fall. False if they do not. */
static bool move_along(const equations *e, const linear_quadratic *q, double *moved)
{
  enum { HALVINGS = 20 };
  const linear_penalty *p = q->penalty;
  size_t count = p->count * p->lanes, first;
  double t = linear_penalty_reach(p, q->kernels, q->w, e->step, 1, &first),
         before = linear_penalty_value(p, q->w);
  double slope = q->kernels->dot(count, e->step, q->g);
  double bend = q->kernels->dot(count, e->step, e->bent);
  for (int i = 0; i < HALVINGS; i++, t /= 2, first = count) {
    memcpy(moved, q->w, count * sizeof *moved);
    q->kernels->add(count, t, e->step, moved);
    if (first < count) moved[first] = 0;
    double change = t * slope + t * t * bend / 2 + linear_penalty_value(p, moved) - before;
    if (!(change < 0)) continue;
    memcpy(q->w, moved, count * sizeof *moved);
    q->kernels->add(count, t, e->bent, q->g);
    return true;
  }
  return false;
}

/* Newton's step. Returns how many rounds it has cost, or 0 if it led nowhere. */
static int step_together(const linear_quadratic *q, double share)
{
  equations e = empty_equations(q);
  begin_equations(&e, q);
  int cost = solve_equations(&e, q, share, q->moves);
  return move_along(&e, q, q->moves) ? cost : 0;
}

bool linear_quadratic_groups(const linear_quadratic *q, double gain)
{
  enum { FIRST_ROUNDS = 3, DEAR = 8 };
  const double rough = 0.1, exact = 1e-4;
  int wait = FIRST_ROUNDS;
  for (int i = 0; i < MAX_ROUNDS && !nnreg_is_stopped(q->blas); i++) {
    bool done = round_of_groups(q) <= gain;
    if (done && q->polish) step_together(q, exact);
    if (done) return true;
    if (--wait > 0) continue;
    int cost = step_together(q, rough);
    wait = cost > 0 ? 1 + cost / DEAR : 2 * FIRST_ROUNDS + i;
  }
  return false;
}
