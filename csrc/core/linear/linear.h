/* Linear models at their optimum: what the files of this folder share.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   follow.c     the path: models, blocks of points, threads, results
 *   check.c      what a caller may ask for
 *   setup.c      what a model learns from: shares, means, scales, penalties
 *   twins.c      inputs that are copies of others
 *   tall.c       regression by products of columns, where samples outnumber inputs
 *   gram.c       these products, for each part by itself
 *   wide.c       classes, and regression of many inputs: working sets and Newton's models
 *   wide_open.c  their memory, and what they know of the data (wide.h)
 *   set.c        their working set (wide.h)
 *   course.c     what their steps tell of the loss
 *   gradient.c   their gradient, exact where it can matter
 *   loss.c       losses of samples and their derivatives
 *   hessian.c    second derivatives of a working set
 *   columns.c    X as columns of doubles, full or sparse
 *   descent.c    coordinate steps on the columns of a sparse X
 *   extrapolate.c where rounds of them lead
 *   quadratic.c  coordinate steps for a quadratic model with a penalty
 *   directions.c their directions, made conjugate
 *   factor.c     the factor of Newton's steps when weights leave it
 *   groups.c     coordinate steps for groups
 *   refit.c      classes, and regression of many inputs: fitted again without a penalty
 *   answer.c     the weights that results have, of many that are equally good
 *   outputs.c    what the models of parts give for their parts
 *   dual.c       what the penalty decides: its value, how far steps go, its part of the gap
 *
 * A column in base units is (x - offset) / unit, or of a sparse X just x / unit. A model subtracts
 * its own mean and divides by its own scale: so its weights are in the penalty's units.
 */
#ifndef NNREG_LINEAR_H
#define NNREG_LINEAR_H

#include "kernels/kernels.h"
#include "network/network.h"
#include "nnreg.h"
#include "os/os.h"

/* -------------------------------------------------------------- check.c -- */

nnreg_status linear_check(const nnreg_linear_problem *problem, const nnreg_linear_path *path,
                          nnreg_message *why);

/* ------------------------------------------------------------ columns.c -- */

/* So many columns or vectors have their products at once, or are added at once. */
enum { LINEAR_TOGETHER = 4 };

/* X in base units. */
typedef struct {
  size_t samples, inputs;
  double *values;        /* (N x D), or (nnz) of a sparse X */
  const int64_t *starts; /* (D + 1), or NULL: full          */
  const int64_t *rows;
  const nnreg_kernels *kernels;
} linear_columns;

nnreg_status linear_columns_open(const nnreg_linear_problem *problem, size_t num_threads,
                                 linear_columns *columns, nnreg_message *why);
void linear_columns_close(linear_columns *columns);

/* The sum over the samples of column j times v (N). */
double linear_columns_dot(const linear_columns *columns, size_t j, const double *v);

/* The products of `count` columns with v, or of one column with `count` vectors: several at once
 * load less. */
void linear_columns_dots(const linear_columns *columns, size_t count, const size_t *inputs,
                         const double *v, double *out);
void linear_columns_dot_many(const linear_columns *columns, size_t j, size_t count,
                             const double *const *v, double *out);

/* y (N) += scale * column j. */
void linear_columns_add(const linear_columns *columns, size_t j, double scale, double *y);

/* Columns that are added to y, several at once: that takes half the time. */
typedef struct {
  const linear_columns *columns;
  double *y; /* (N) */
  size_t count;
  double scale[LINEAR_TOGETHER];
  const double *values[LINEAR_TOGETHER];
} linear_sum;

/* linear_columns_add; y has all of it after the end. */
void linear_sum_add(linear_sum *sum, size_t j, double scale);
void linear_sum_end(linear_sum *sum);

/* The sum over the samples of share (column j - mean)^2. */
double linear_columns_variance(const linear_columns *columns, size_t j, const double *share,
                               double mean);

/* out (D x K) = X' R for R (N x K). */
void linear_columns_gradient(const nnreg_blas *blas, const linear_columns *columns, const double *R,
                             size_t count, double *out);

/* ------------------------------------------------------------- Penalty -- */

/* sum_j (l1_j |w_j|_1 + l2_j |w_j|^2) + sum_g price_g |w_g|_2 for w (count x lanes), where w_j is a
 * row and group g has the rows members[starts[g] .. starts[g + 1] - 1]. */
typedef struct {
  size_t count, lanes;
  double *l1, *l2;   /* (count); l1 Inf: the weight stays 0, both 0: it is free */
  size_t num_groups; /* 0: no group has a price                                 */
  size_t *starts;
  uint32_t *members;
  double *price;
} linear_penalty;

void linear_penalty_close(linear_penalty *penalty);

/* The penalty's value at w. */
double linear_penalty_value(const linear_penalty *penalty, const double *w);

/* How far w may go along a move (count x lanes each): t, or to where the first weight with an l1
 * changes its sign. That weight in *first, or count times lanes. */
double linear_penalty_reach(const linear_penalty *penalty, const nnreg_kernels *kernels,
                            const double *w, const double *move, double t, size_t *first);

/* |S (kappa g, l1)|_2 of a group's values, S the soft threshold, and the sum of their squares. */
double linear_group_norm(const linear_penalty *penalty, size_t group, const double *g,
                         double kappa);
double linear_group_square(const linear_penalty *penalty, size_t group, const double *values);

/* With the gradient g of the loss at w (count x lanes each), what is left of the duality gap once
 * the loss's own part is known. */
typedef struct {
  double value;     /* of the penalty                                                   */
  double share;     /* the largest kappa <= 1 for which -kappa g is feasible in the dual */
  double conjugate; /* of the penalty, at -kappa g                                      */
  double free;      /* about what free weights can still gain                           */
} linear_dual;

linear_dual linear_dual_of(const linear_penalty *penalty, const double *w, const double *g,
                           const double *curvature);

/* ---------------------------------------------------------- quadratic.c -- */

/* Cholesky's factor of H + 2 l2 for a lane's weights that are not 0, kept as long as H is. */
typedef struct {
  size_t room, count; /* weights: at most, and in the factor now */
  double *factor;     /* (room x room), by rows                  */
  double *step;       /* (room)                                  */
  double *ridge;      /* (room) l2 of each                       */
  uint32_t *order;    /* (room) which weights                    */
} linear_newton;

/* Makes room for at least as many weights as before; keeps the factor, on which the next bits
 * depend. */
nnreg_status linear_newton_reserve(linear_newton *newton, size_t room, nnreg_message *why);
void linear_newton_close(linear_newton *newton);

/* Directions in which rounds moved the weights, conjugate in H + 2 l2, and valid as long as that
 * is. Of one lane. See directions.c. */
typedef struct {
  double least; /* of a new direction must be left that the others do not have */
  size_t room, count, next, begun;
  double *moves, *bent; /* (room x MOST) directions, and H + 2 l2 times each */
  double *bends;        /* (MOST) the products of both                       */
  double *w, *g;        /* (room) before the round, and scratch              */
  double *slopes;       /* (room) scratch                                    */
  uint32_t *movers;     /* (room) bit k: direction k moves the weight */
} linear_directions;

enum { LINEAR_EQUATIONS = 6 };

/* w' H w / 2 - c' w for each lane of w, plus the penalty. */
typedef struct {
  const nnreg_blas *blas; /* whose stop flag ends all rounds */
  const linear_penalty *penalty;
  size_t stride;
  const double *hessian; /* (stride x count), symmetric               */
  double *w, *g;         /* (count x lanes); g = H w - c              */
  uint32_t *active;      /* (count) scratch                           */
  bool *marks;           /* (count) scratch, all false between calls  */
  double *moves;         /* (count x lanes) scratch                   */
  double *equations;     /* (LINEAR_EQUATIONS x count x lanes) scratch, or NULL: no groups */
  linear_newton *newton; /* (lanes), or NULL: no such steps           */
  linear_directions *directions; /* or NULL: no such steps; else it has one lane */
  double share;                  /* of the largest gain of the first round: less may be left      */
  bool polish;                   /* end with Newton's step, so as exactly as rounding allows */
  const nnreg_kernels *kernels;
} linear_quadratic;

/* H's column of weight j. */
static inline const double *linear_quadratic_column(const linear_quadratic *q, size_t j)
{
  return q->hessian + j * q->stride;
}

/* Coordinate steps until none in a round gains more than `gain`. False: it took too many. */
bool linear_quadratic_solve(linear_quadratic *q, double gain);

/* ------------------------------------------------------------ factor.c -- */

/* Takes the rows of weights that are 0 from the factor. */
void linear_newton_drop(linear_newton *newton, const double *w);

/* ------------------------------------------------------------ groups.c -- */

/* linear_quadratic_solve where groups have a price. */
bool linear_quadratic_groups(const linear_quadratic *q, double gain);

/* --------------------------------------------------------- directions.c -- */

/* Makes room for at least as many weights as before; keeps the directions. */
nnreg_status linear_directions_reserve(linear_directions *s, size_t room, nnreg_message *why);
void linear_directions_close(linear_directions *s);
void linear_directions_forget(linear_directions *s);

/* The directions after weights have joined, from `first` on: they do not move these, and what they
 * do to their derivatives is what H says. */
void linear_directions_extend(linear_directions *s, const linear_quadratic *q, size_t first);

/* Moves w to the lowest point of all directions together, as far as no sign changes. */
void linear_directions_again(linear_directions *s, const linear_quadratic *q);

/* Before a round, and after it: the round's direction joins the others, and w moves along it. */
void linear_directions_begin(linear_directions *s, const linear_quadratic *q);
void linear_directions_step(linear_directions *s, const linear_quadratic *q);

/* --------------------------------------------------------------- gram.c -- */

/* For each part (0: the samples in none) the weighted products of E = D + R + 1 columns: X in
 * base units, also of a sparse X less the offset; the responses less `centre`; and ones. */
typedef struct {
  const nnreg_blas *blas;
  size_t order, num_parts; /* E, P + 1 */
  double *products;        /* (E x E x (P + 1)), symmetric */
  double *total;           /* (E x E) of all samples       */
} linear_gram;

nnreg_status linear_gram_open(const nnreg_blas *blas, const nnreg_linear_problem *problem,
                              const double *centre, size_t num_threads, linear_gram *gram,
                              nnreg_message *why);
void linear_gram_close(linear_gram *gram);

/* -------------------------------------------------------------- twins.c -- */

/* Inputs that are copies of others in the penalty's units, or copies with the other sign. The first
 * found learns for all of them; input j's weight is share[j] times that of leader[j]. Without
 * copies both are NULL. */
typedef struct {
  uint32_t *leader; /* (D) j itself: it learns             */
  double *share;    /* (D) 1 / their number, with its sign */
} linear_twins;

nnreg_status linear_twins_open(const nnreg_linear_problem *problem, size_t num_threads,
                               linear_twins *twins, nnreg_message *why);
void linear_twins_close(linear_twins *twins);

/* -------------------------------------------------------------- setup.c -- */

/* Some samples to learn from, and how the weights are to be read: output k is
 * bias_k + sum_j w_jk (b_j - mean_j) / scale_j for columns b in base units, times response_scale
 * and plus response_mean. */
typedef struct {
  const nnreg_linear_problem *problem;
  const linear_twins *twins; /* or NULL: all inputs learn */
  size_t part;               /* the samples it does not learn from; 0: it learns from all         */
  size_t lanes;              /* outputs that are trained: R or K, but 1 for two classes           */
  double *mean, *scale;      /* (D); scale 0: the weight stays 0                                  */
  double *response_mean, *response_scale; /* (lanes)                                           */
  linear_penalty penalty; /* of all inputs                                                     */
  double *weights;        /* (D x lanes), then bias (lanes): the caller's                      */
  double null_loss;
} linear_model;

/* grouped: the path has a price for groups. */
nnreg_status linear_model_open(const nnreg_linear_problem *problem, size_t part, bool grouped,
                               double *weights, linear_model *model, nnreg_message *why);
void linear_model_close(linear_model *model);

/* Sets input j's mean and scale from the mean and the variance of its column, in base units, in the
 * samples to learn from; a variance of 0 is a constant column. */
void linear_model_set_scale(linear_model *model, size_t j, double mean, double variance);

/* Sets the penalty for a point. Lambda Inf: only free weights are left. */
void linear_model_set_lambda(linear_model *model, const nnreg_linear_path *path, double lambda);

/* Adds change times the model's column j (D: the constant 1), less what all samples get alike,
 * which it returns. */
double linear_model_add(const linear_model *model, linear_sum *sum, size_t j, double change);

/* The least lambda at which the gradient g (D x lanes) leaves all weights but free ones at 0. */
double linear_model_entry(linear_model *model, const nnreg_linear_path *path, const double *g);

/* Which of a problem's models trains how. */
bool linear_is_tall(const nnreg_linear_problem *problem);

/* The points of a block, by the problem's size alone: results depend on it. */
size_t linear_block_length(const nnreg_linear_problem *problem);

/* ------------------------------------------------------------ answer.c -- */

/* Input j's weight in a lane, in the penalty's units, and whether it has one. */
double linear_answer_weight(const linear_model *m, size_t j, size_t lane);
bool linear_answer_uses(const linear_model *m, size_t j);

/* What results take off input j's weights in all lanes. After a refit weights that are 0 stay so,
 * unless the input is free. */
double linear_answer_common(const linear_model *m, size_t j, bool refitted);

/* Takes the same off `weights` ((D + 1) x lanes), which have the place of the model's. */
void linear_answer_settle(const linear_model *model, double *weights);

/* --------------------------------------------------------------- loss.c -- */

/* Samples to learn from, and their truth: classes, or responses. */
typedef struct {
  size_t count, lanes;     /* N; outputs: R, K, or 1 for two classes */
  const double *share;     /* (N) weight / sum of weights            */
  const int32_t *labels;   /* (N) or NULL                            */
  const double *responses; /* (N x R) or NULL                        */
  double *scratch;         /* (3 N, or LINEAR_TOGETHER * lanes)      */
  const nnreg_kernels *kernels;
} linear_samples;

typedef struct {
  double value;      /* the data loss                             */
  double with_truth; /* responses: - sum of slopes times truth    */
} linear_loss;

/* The loss at outputs (N x lanes) and its derivatives by them, slopes (N x lanes). */
linear_loss linear_judge(const linear_samples *samples, const double *outputs, double *slopes);

/* The probabilities (N x lanes) of classes where linear_judge found the slopes. */
void linear_odds(const linear_samples *samples, const double *slopes, double *odds);

/* Mean losses of samples with other weights, share (N): the squared error of each response, or (1)
 * of classes, of which it returns the share of right labels. The share is not the scratch. */
double linear_measure(const linear_samples *samples, const double *outputs, const double *share,
                      double *loss);

/* The dual's loss at kappa times the slopes of responses. */
double linear_conjugate(const linear_loss *loss, double kappa);

/* ------------------------------------------------------------ hessian.c -- */

/* Second derivatives by the weights of a working set. Weight c belongs to an input and a lane; the
 * input D is the constant 1, for biases. */
typedef struct {
  const nnreg_blas *blas;
  const linear_columns *columns;
  const linear_model *model;
  const linear_samples *samples;
  bool listed;            /* no derivatives are wanted: matrix and panel are NULL */
  size_t count, room;     /* M, and the most so far */
  uint32_t *input, *lane; /* (room) */
  double *matrix;         /* (room x M), columns room apart */
  double scale;           /* of all of it: 1 when it was filled */
  double *odds;           /* classes: (N x lanes) the probabilities there, or NULL */
  double *panel;          /* scratch */
  double *weighted;       /* (N x lanes x LINEAR_TOGETHER) scratch */
} linear_hessian;

/* Makes room for `count` weights; keeps what is there. */
nnreg_status linear_hessian_reserve(linear_hessian *h, size_t count, nnreg_message *why);
void linear_hessian_close(linear_hessian *h);

/* Where a model's weights, (D x lanes) and then biases (lanes), have weight c. */
size_t linear_hessian_place(const linear_hessian *h, size_t c);

/* outputs (N x lanes) += change_c times weight c's column, over all weights. */
void linear_hessian_add(const linear_hessian *h, const double *change, double *outputs);

/* The loss's derivatives by weights first .. last - 1, in `out` from `first` on; the slopes
 * (N x lanes) have the sums totals (lanes). */
void linear_hessian_slopes(const linear_hessian *h, size_t first, size_t last, const double *slopes,
                           const double *totals, double *out);

/* Computes all derivatives; the weights are sorted by lane. */
void linear_hessian_fill(linear_hessian *h);

/* Multiplies all derivatives, also those that extend will compute. */
void linear_hessian_rescale(linear_hessian *h, double by);

/* Computes the rows and columns from `first` on. */
void linear_hessian_extend(linear_hessian *h, size_t first);

/* -------------------------------------------------------- extrapolate.c -- */

/* The last values of some weights, round by round. */
typedef struct {
  size_t room, count, num_steps;
  double *last, *limit; /* (room) the weights now, and where they lead */
  double *steps;        /* (room x the most) what the rounds moved     */
} linear_trail;

nnreg_status linear_trail_open(linear_trail *trail, size_t room, nnreg_message *why);
void linear_trail_close(linear_trail *trail);

/* Begins with the weights as they are. */
void linear_trail_begin(linear_trail *trail, const double *w, const uint32_t *active, size_t count);

/* Notes the weights after a round. Whether there are enough to say where they lead: then it begins
 * anew with the next call of linear_trail_begin. */
bool linear_trail_goes_on(linear_trail *trail, const nnreg_kernels *kernels, const double *w,
                          const uint32_t *active);

/* ------------------------------------------------------------ descent.c -- */

/* The quadratic model of the loss where `slopes` and `odds` were found, by the weights of a working
 * set (see linear_hessian). */
typedef struct {
  const nnreg_blas *blas;        /* as a quadratic model's */
  const linear_columns *columns; /* sparse */
  const linear_model *model;
  const linear_samples *samples;
  const linear_penalty *penalty; /* of the set, without groups */
  size_t count;                  /* M */
  const uint32_t *input, *lane;  /* (M) */
  const double *slopes, *odds;   /* (N x lanes); responses: odds is NULL */
  double *w;                     /* (M) */
  double share;                  /* a round that lowers less than this share of all is the last */
  double least_bend;             /* two classes: p (1 - p) counts at least as much; 1/4 bounds it */
  double limit;                  /* a model that promises more than this is not to be trusted */
  double *rest;                  /* (N x lanes) scratch: the model's slopes, but for shift */
  double *bend;                  /* (N) scratch: second derivatives by outputs             */
  double *with_one, *curvature;  /* (room) products with ones and with itself              */
  uint32_t *active;              /* (room) */
  double *moved;                 /* (N x lanes) scratch, or NULL */
  double *bends, *sums, *shift;  /* (lanes) of second derivatives, of slopes; the bias     */
  linear_trail trail;            /* responses: of the active weights                       */
} linear_descent;

nnreg_status linear_descent_reserve(linear_descent *d, size_t room, nnreg_message *why);
void linear_descent_close(linear_descent *d);

/* Whether steps on the columns are the faster ones. */
bool linear_descent_suits(const linear_columns *columns);

/* Moves w from `before` towards the least value of model and penalty, until a round lowers that by
 * no more than `gain`, or hardly by more than others did. Returns by how much all lowered it. */
double linear_descent_solve(linear_descent *d, const double *before, double gain);

/* What a point says of a model. */
typedef struct {
  double *loss;      /* (R), or (1) of classes: of the samples that it learns from        */
  double *part_loss; /* the same of its part; of model 0: of all samples                  */
  double part_right; /* classes: share of right labels in the part                        */
  bool reached;      /* the tolerance                                                     */
} linear_outcome;

/* -------------------------------------------------------------- tall.c -- */

typedef struct linear_tall linear_tall;

/* Sets the model's scales and null loss, too. `centre` as in linear_gram_open. */
nnreg_status linear_tall_open(const linear_gram *gram, const double *centre, linear_model *model,
                              linear_tall **tall, nnreg_message *why);
void linear_tall_close(linear_tall *tall); /* accepts NULL */

/* Forgets all but the model's weights, so that a block of points depends on these alone. */
void linear_tall_restart(linear_tall *tall);

/* Moves the model's weights to the optimum of its penalty. `ahead` is the way in lambda from the
 * point before, over the way that led there. */
void linear_tall_solve(linear_tall *tall, double tolerance, double ahead, linear_outcome *outcome);

/* Moves `weights`, a copy of the model's, to the least loss of those that are not 0. */
nnreg_status linear_tall_refit(linear_tall *tall, double *weights, linear_outcome *outcome,
                               nnreg_message *why);

/* The gradient at the model's weights (D x R), the tall's own. */
const double *linear_tall_gradient(linear_tall *tall);

/* -------------------------------------------------------- wide_open.c -- */

typedef struct linear_wide linear_wide;

nnreg_status linear_wide_open(const nnreg_blas *blas, const linear_columns *columns,
                              linear_model *model, linear_wide **wide, nnreg_message *why);
void linear_wide_close(linear_wide *wide); /* accepts NULL */

/* ------------------------------------------------------------- wide.c -- */

/* As linear_tall_solve. */
nnreg_status linear_wide_solve(linear_wide *wide, double tolerance, double ahead,
                               linear_outcome *outcome, nnreg_message *why);
const double *linear_wide_gradient(linear_wide *wide);

void linear_wide_restart(linear_wide *wide);

/* ------------------------------------------------------------ refit.c -- */

/* As linear_tall_refit. */
nnreg_status linear_wide_refit(linear_wide *wide, double tolerance, double *weights,
                               linear_outcome *outcome, nnreg_message *why);

#endif
