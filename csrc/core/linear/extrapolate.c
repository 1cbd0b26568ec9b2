/* Where a row of points leads that draw closer to their limit by the same shares each time.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of all means of the last points, with weights that add up to 1 but may be negative, the one whose
 * next step would be the shortest (Anderson, 1965; for coordinate steps Bertrand and Massias,
 * "Anderson acceleration of coordinate descent", 2021). With few steps the best weights are found
 * from the products of the steps.
 */
#include <math.h>

#include "linear.h"

enum { STEPS = 5 };

nnreg_status linear_trail_open(linear_trail *trail, size_t room, nnreg_message *why)
{
  *trail = (linear_trail){.room = room};
  trail->last = nnreg_alloc(room, sizeof *trail->last);
  trail->limit = nnreg_alloc(room, sizeof *trail->limit);
  trail->steps = nnreg_alloc(STEPS * room, sizeof *trail->steps);
  return trail->last && trail->limit && trail->steps ? NNREG_OK
                                                     : nnreg_no_memory(why, "a linear model");
}

void linear_trail_close(linear_trail *trail)
{
  nnreg_free(trail->last);
  nnreg_free(trail->limit);
  nnreg_free(trail->steps);
  *trail = (linear_trail){.room = 0};
}

void linear_trail_begin(linear_trail *trail, const double *w, const uint32_t *active, size_t count)
{
  for (size_t a = 0; a < count; a++) trail->last[a] = w[active[a]];
  trail->count = count;
  trail->num_steps = 0;
}

/* Solves G c = 1 for the steps' products G, a little off singular. */
static void find_shares(double G[STEPS][STEPS], double *c)
{
  const double ridge = 1e-13;
  double trace = 0;
  for (size_t i = 0; i < STEPS; i++) trace += G[i][i];
  for (size_t i = 0; i < STEPS; i++) {
    G[i][i] += ridge * trace;
    c[i] = 1;
  }
  for (size_t i = 0; i < STEPS; i++)
    for (size_t r = i + 1; r < STEPS; r++) {
      double times = G[r][i] / G[i][i];
      for (size_t k = i; k < STEPS; k++) G[r][k] -= times * G[i][k];
      c[r] -= times * c[i];
    }
  for (size_t i = STEPS; i-- > 0;) {
    for (size_t k = i + 1; k < STEPS; k++) c[i] -= G[i][k] * c[k];
    c[i] /= G[i][i];
  }
}

/* The limit: the sum of shares c, made 1, times the points after the steps. Where steps say
 * nothing, the last point. */
static void find_limit(linear_trail *trail, const nnreg_kernels *kernels)
{
  double G[STEPS][STEPS], c[STEPS], sum = 0, before = 0;
  size_t count = trail->count;
  for (size_t i = 0; i < STEPS; i++)
    for (size_t k = 0; k <= i; k++)
      G[i][k] = G[k][i] =
          kernels->dot(count, trail->steps + i * trail->room, trail->steps + k * trail->room);
  find_shares(G, c);
  for (size_t i = 0; i < STEPS; i++) sum += c[i];
  for (size_t a = 0; a < count; a++) trail->limit[a] = trail->last[a];
  for (size_t i = 1; i < STEPS && fabs(sum) > 0 && !isinf(sum); i++) {
    before += c[i - 1] / sum; /* points that lack step i */
    kernels->add(count, -before, trail->steps + i * trail->room, trail->limit);
  }
}

bool linear_trail_goes_on(linear_trail *trail, const nnreg_kernels *kernels, const double *w,
                          const uint32_t *active)
{
  double *step = trail->steps + trail->num_steps * trail->room;
  for (size_t a = 0; a < trail->count; a++) {
    step[a] = w[active[a]] - trail->last[a];
    trail->last[a] = w[active[a]];
  }
  if (++trail->num_steps < STEPS) return false;
  find_limit(trail, kernels);
  return true;
}
