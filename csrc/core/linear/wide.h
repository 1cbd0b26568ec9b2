/* A wide model and its working set: what wide.c and set.c share.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_LINEAR_WIDE_H
#define NNREG_LINEAR_WIDE_H

#include "linear.h"

struct linear_wide {
  const nnreg_blas *blas;
  const linear_columns *columns;
  linear_model *model;
  linear_samples samples;
  size_t inputs, lanes;
  double *share, *responses;   /* (N), (N x R)                                    */
  double *outputs, *trial;     /* (N x lanes)                                     */
  double *last, *last_outputs; /* weights and outputs at the point before       */
  bool has_last;
  double *slopes;                 /* (N x lanes) at outputs                          */
  linear_loss loss;               /* at outputs                                      */
  double *gradient, *doubt;       /* (D x lanes) estimates, and how far they may be off */
  double *seen, *seen_totals;     /* (N x lanes), (lanes) the slopes there, their sums */
  double *first, *first_gradient; /* (N x lanes), (D x lanes) the same, where it was exact */
  bool has_first;                 /* there are some                                  */
  double *length;                 /* (D) of the columns                              */
  bool measured;                  /* length is known                                 */
  bool knows_some, knows_all;     /* there are estimates; they are those at outputs  */
  bool judged;                    /* slopes and loss are those at outputs            */
  double *totals;                 /* (lanes) sums of the slopes                      */
  bool *fixed;                    /* (lanes) biases of classes without samples       */
  int32_t *place;                 /* ((D + 1) x lanes) in the working set, or -1     */
  linear_hessian hessian;         /* and the working set                             */
  size_t known;                   /* weights whose second derivatives are known      */
  bool stale;                     /* they are to be computed anew                    */
  bool fresh;                     /* they are those at outputs                       */
  size_t room;                    /* of the arrays below                             */
  double *w, *before, *g, *at;    /* (M) weights, those before the step, the model's gradient, and
                                     the loss's gradient                           */
  bool whole;                     /* no weight above the bar was left out of the set */
  size_t own;                     /* weights of the set with a gradient in `at`      */
  linear_penalty penalty;         /* of the working set                              */
  linear_newton newton;
  linear_directions directions; /* of the coordinate steps of a model                */
  linear_directions course;     /* of the steps of models themselves (course.c)      */
  double promised;              /* by how much the model bends along the last step, or 0 */
  bool aimed;                   /* directions moved the weights before it            */
  linear_quadratic quadratic;
  bool by_columns; /* the model is solved on X's columns, not by second derivatives */
  linear_descent descent;
  bool grows; /* by columns: the set may lack much, and is not worth solving */
};

/* -------------------------------------------------------------- wide.c -- */

/* Fills the outcome but `reached`, at s->outputs. */
void linear_wide_judge(linear_wide *s, linear_outcome *outcome);

/* ------------------------------------------------------------ course.c -- */

/* Whether the steps are those of classes by second derivatives, without groups. */
bool linear_course_is_used(const linear_wide *s);

/* Before a model is solved: moves w, and with it `at`, along the directions of earlier steps.
 * Returns by how much that should lower the objective. */
double linear_course_aim(linear_wide *s);

/* After it: `before` has the weights before both. */
void linear_course_note(linear_wide *s);

/* After second derivatives of more weights are known. */
void linear_course_extend(linear_wide *s);

/* Before the set is another, or the loss is far from where it was. */
void linear_course_forget(linear_wide *s);

/* ---------------------------------------------------------- gradient.c -- */

/* Makes the gradient that at the slopes now. It is exact, its doubt 0, for each weight of which it
 * may be above the bar, a share of its price; with groups, for groups. A negative bar: for all. */
void linear_gradient_find(linear_wide *s, double bar);

/* Forgets all estimates. */
void linear_gradient_forget(linear_wide *s);

/* --------------------------------------------------------------- set.c -- */

/* Makes room for `count` weights; keeps those that are there. */
nnreg_status linear_set_reserve(linear_wide *s, size_t count, nnreg_message *why);
void linear_set_close(linear_wide *s);

/* Where the model has weight c of the set. */
double *linear_set_weight(const linear_wide *s, size_t c);

void linear_set_empty(linear_wide *s);

/* Adds the weights that are not 0, or free, or whose gradient is above their price; sorted by lane,
 * if the set was empty. But not too many at once: far below the lambda before most of them would be
 * 0 in the end. */
nnreg_status linear_set_add(linear_wide *s, nnreg_message *why);

/* Whether no weight outside of the set wants to leave 0. */
bool linear_set_is_whole(linear_wide *s);

/* Sets the penalty of the set's weights. */
void linear_set_penalty(linear_wide *s);

#endif
