/* Tables for linear models, and their paths as one call or many leave them.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_TEST_TABLE_H
#define NNREG_TEST_TABLE_H

#include "support.h"

typedef struct {
  nnreg_task task;
  size_t samples, inputs, outputs, parts;
  bool forward;             /* parts follow each other */
  double density;           /* of a sparse X, or 0: full */
  bool weighted, judged;    /* judged: by other weights than the models learn with */
  bool no_intercept, fixed; /* fixed: the scales of the inputs are given */
  bool scaled;              /* the responses have units of their own */
  const double *factors;
  const int32_t *groups;
  double l1, l2, group;
} table_plan;

/* The last input of a full X is constant. */
typedef struct {
  table_plan plan;
  double *x; /* (N x D) full, column by column */
  double *y; /* (N x R) of a regression        */
  int32_t *labels, *parts;
  double *weights; /* (N) all 1 if not weighted */
  nnreg_source source;
  nnreg_linear_problem problem;
} table;

void table_make(table *made, const table_plan *plan);

/* Lambdas from the largest that matters down to ratio times it, all in one call, to 1e-11. */
nnreg_linear_path path_make(const table *here, size_t num_points, double ratio);

/* All points of a path. */
typedef struct {
  size_t num_points, losses; /* so far; losses of a point */
  bool over;
  double null_loss;
  double *state;
  double *weights, *biases;       /* (K x D x L), (K x L), as in nnreg_linear_result */
  double *loss;                   /* (losses x L)                                    */
  double *part_loss, *part_right; /* (losses x (P + 1) x L), ((P + 1) x L)           */
  double unfinished;              /* in all points                                   */
  size_t model;                   /* whose weights are kept                          */
} trail;

void trail_make(trail *made, const table *here, size_t most_points);

/* One call, which begins after the points of the trail and must go well. */
void trail_go_on(trail *all, const table *here, nnreg_linear_path *path);

/* The same in one call. */
void trail_follow(trail *all, const table *here, nnreg_linear_path *path);

/* The points of both, bit by bit. */
void assert_same_trail(const table *here, const trail *got, const trail *want);

#endif
