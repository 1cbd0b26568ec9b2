/* Classes: what their steps tell of the loss, beside second derivatives found some steps ago.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The change of the gradient from step to step shows how the loss bends where the weights moved.
 * Two things are made of it:
 *
 * - Along a path the probabilities near 0 and 1, so that all second derivatives shrink. They are
 *   multiplied by what a step found over what they promised (Oren and Luenberger, "Self-scaling
 *   variable metric algorithms", 1974).
 * - Steps made conjugate are directions of which the bend is known. Before each model is solved the
 *   weights go to the lowest point of all of them: so the models are what preconditions a method of
 *   conjugate gradients.
 */
#include <math.h>
#include <string.h>

#include "wide.h"

bool linear_course_is_used(const linear_wide *s)
{
  return !s->responses && !s->by_columns && s->penalty.num_groups == 0;
}

static linear_quadratic model_at(const linear_wide *s, double *w, double *g)
{
  return (linear_quadratic){.penalty = &s->penalty,
                            .stride = s->hessian.room,
                            .hessian = s->hessian.matrix,
                            .w = w,
                            .g = g,
                            .kernels = s->columns->kernels};
}

void linear_course_forget(linear_wide *s)
{
  linear_directions_forget(&s->directions);
  linear_directions_forget(&s->course);
  s->promised = 0;
}

void linear_course_extend(linear_wide *s)
{
  linear_quadratic q = model_at(s, NULL, NULL);
  linear_directions_extend(&s->directions, &q, s->known);
  linear_directions_extend(&s->course, &q, s->known);
}

/* Multiplies the second derivatives if the last model bent too much or too little. */
static void rescale(linear_wide *s)
{
  const double hardly = 0.1, most = 4;
  double found = 0;
  for (size_t c = 0; c < s->hessian.count; c++)
    found += (s->w[c] - s->course.w[c]) * (s->at[c] - s->course.g[c]);
  double by = fmin(fmax(found / s->promised, 1 / most), most);
  if (fabs(by - 1) < hardly) return;
  linear_hessian_rescale(&s->hessian, by);
  linear_directions_forget(&s->directions);
  s->newton.count = 0;
}

double linear_course_aim(linear_wide *s)
{
  size_t count = s->hessian.count;
  if (!linear_course_is_used(s)) return 0;
  linear_quadratic q = model_at(s, s->w, s->at), exact = model_at(s, s->before, s->g);
  memcpy(exact.w, q.w, count * sizeof *q.w);
  memcpy(exact.g, q.g, count * sizeof *q.g);
  bool follows = s->course.begun == count;
  if (follows && s->promised > 0) rescale(s);
  s->promised = 0;
  if (follows) linear_directions_step(&s->course, &q);
  linear_directions_again(&s->course, &q);
  double lowered = linear_penalty_value(q.penalty, exact.w) - linear_penalty_value(q.penalty, q.w);
  s->aimed = false;
  for (size_t c = 0; c < count; c++) {
    double moved = q.w[c] - exact.w[c];
    lowered -= moved * (q.g[c] + exact.g[c]) / 2;
    s->aimed = s->aimed || moved != 0;
  }
  if (!(lowered >= 0)) { /* The loss bends differently by now. */
    memcpy(q.w, exact.w, count * sizeof *q.w);
    memcpy(q.g, exact.g, count * sizeof *q.g);
    linear_directions_forget(&s->course);
    lowered = 0;
    s->aimed = false;
  }
  if (s->aimed) s->own = 0; /* `at` is not the gradient at outputs any more */
  linear_directions_begin(&s->course, &exact);
  return lowered;
}

void linear_course_note(linear_wide *s)
{
  size_t count = s->hessian.count;
  if (!linear_course_is_used(s)) return;
  for (size_t c = 0; c < count && !s->aimed; c++)
    s->promised += (s->w[c] - s->before[c]) * (s->g[c] - s->at[c]);
  memcpy(s->before, s->course.w, count * sizeof *s->before);
}
