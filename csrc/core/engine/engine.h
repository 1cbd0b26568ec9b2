/* The training and prediction of a network, in one precision. Files in this folder are compiled
 * once for float and once for double.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_ENGINE_H
#define NNREG_ENGINE_H

#include <stdatomic.h>

#include "data/data.h"
#include "kernels/kernels.h"
#include "names.h"
#include "network/network.h"
#include "os/os.h"
#include "precisions.h"

/* -------------------------------------------------------------- stage.c -- */

/* Some samples, copied out of the packed data and ready for the products. */
typedef struct {
  size_t capacity; /* samples                                                */
  size_t entries;  /* room for non-zeros                                     */
  size_t num_inputs;
  size_t num_samples;
  real *dense;   /* (inputs x capacity) `stride` apart, or NULL: compressed */
  real *sextets; /* the same by input: see nnreg_stage_sextets; or NULL    */
  size_t sextet_stride;
  uint32_t *starts;       /* (capacity + 1): non-zeros by sample                    */
  uint32_t *inputs;       /* (entries)                                              */
  real *values;           /* (entries)                                              */
  uint32_t *input_starts; /* (inputs + 1): the same non-zeros by input, or NULL     */
  uint32_t *samples;      /* (entries)                                              */
  real *input_values;     /* (entries)                                              */
  const real *columns;    /* (samples x inputs) of X itself, `stride` apart, or NULL */
  size_t stride;          /* of dense or columns                                    */
  atomic_bool corrupt;    /* inputs do not ascend or do not exist: not to be used */
} nnreg_stage;

/* Which samples: rows first .. first + count - 1 of `rows` (NULL: of the data). */
typedef struct {
  const nnreg_data *data;
  const uint32_t *rows;
  size_t first, count;
} nnreg_pick;

/* The packed data's row of a pick's k-th sample. */
static inline size_t nnreg_pick_row(const nnreg_pick *pick, size_t k)
{
  return pick->rows ? pick->rows[pick->first + k] : pick->first + k;
}

/* Non-zeros of one packed sample, and of all samples of a pick. */
size_t nnreg_sample_entries(const nnreg_data *data, size_t row);
size_t nnreg_pick_entries(const nnreg_pick *pick);

/* Room for samples of the data; by_input: with the transpose as well. */
nnreg_status nnreg_stage_open(nnreg_stage *stage, const nnreg_data *data, size_t samples,
                              size_t entries, bool by_input, nnreg_message *why);
void nnreg_stage_close(nnreg_stage *stage);

/* Copies the pick's samples from .. to - 1; threads may do parts side by side. If the data
 * are corrupt, it sets `corrupt`; the error is nnreg_corrupt's. */
void nnreg_stage_fill(nnreg_stage *stage, const nnreg_pick *pick, size_t from, size_t to);

nnreg_status nnreg_corrupt(nnreg_message *why);

/* Builds the transpose of inputs from .. to - 1, once all samples are filled; threads may do
 * parts side by side, from multiples of NNREG_SEXTET on. */
void nnreg_stage_transpose(nnreg_stage *stage, size_t from, size_t to);

/* The sextets from input `from` on, a multiple of NNREG_SEXTET, of a full stage's transpose. */
static inline nnreg_sextets nnreg_stage_sextets(const nnreg_stage *stage, size_t from)
{
  return (nnreg_sextets){.values = stage->sextets + from / NNREG_SEXTET * stage->sextet_stride,
                         .stride = stage->sextet_stride,
                         .step = NNREG_SEXTET};
}

/* --------------------------------------------------- Products by OpenBLAS -- */

/* A matrix whose columns lie `stride` apart. */
typedef struct {
  const real *values;
  size_t stride;
  bool transposed;
} nnreg_factor;

/* C (m x n) = A B + beta C, where A is m x k and B is k x n, transposed or not. */
typedef struct {
  size_t m, n, k;
  nnreg_factor a, b;
  real beta;
} nnreg_product;

static inline void nnreg_gemm(const nnreg_blas *blas, const nnreg_product *p, real *c,
                              size_t stride)
{
#ifdef NNREG_REAL_DOUBLE
  nnreg_dgemm *call = nnreg_dgemm_of(blas);
#else
  nnreg_sgemm *call = nnreg_sgemm_of(blas);
#endif
  call(NNREG_COLUMNS, p->a.transposed ? NNREG_TRANSPOSED : NNREG_PLAIN,
       p->b.transposed ? NNREG_TRANSPOSED : NNREG_PLAIN, (int)p->m, (int)p->n, (int)p->k, 1,
       p->a.values, (int)p->a.stride, p->b.values, (int)p->b.stride, p->beta, c, (int)stride);
}

/* ------------------------------------------------------------ forward.c -- */

/* Copies all parameters between the outside layout and panels (see network.h). */
void nnreg_to_panels(const nnreg_plan *plan, const real *flat, real *panels);
void nnreg_from_panels(const nnreg_plan *plan, const real *panels, real *flat);

/* The network in panel layout, and the tools for its products. */
typedef struct {
  const nnreg_blas *blas;
  const nnreg_kernels *kernels;
  const nnreg_plan *plan;
  const nnreg_data *data;
  real *theta;  /* (P) panel layout                                       */
  real *folded; /* (units of layer 1): b - W shift; see nnreg_fold_shift  */
} nnreg_net;

/* Copies the parameters theta (P, outside layout) into panels. */
nnreg_status nnreg_net_open(nnreg_net *net, const nnreg_blas *blas, const nnreg_plan *plan,
                            const nnreg_data *data, const real *theta, nnreg_message *why);
void nnreg_net_close(nnreg_net *net);

static inline const nnreg_layer *nnreg_last_layer(const nnreg_net *net)
{
  return &net->plan->layers[net->plan->num_layers - 1];
}

/* Whether the data have a shift that is not in their values. */
static inline bool nnreg_is_shifted(const nnreg_data *data)
{
  return data->compressed && data->shift;
}

/* Folds the data's shift into the first layer's biases, for one panel. */
void nnreg_fold_shift(const nnreg_net *net, size_t panel);

/* Adds the biases of all units of a layer to its products and applies the activation. */
void nnreg_activate_layer(const nnreg_net *net, const nnreg_layer *layer, size_t samples,
                          real *outputs);

/* What goes into a layer and what comes out of it. */
typedef struct {
  size_t layer;
  const nnreg_stage *stage; /* the first layer's inputs                                     */
  const real *below;        /* other layers': (stride of the layer below x samples)         */
  real *inputs;             /* (stride x samples) W x + b, or NULL: not kept                */
  real *outputs;            /* (stride x samples)                                           */
} nnreg_flow;

/* The outputs of one panel's units, for samples from .. to - 1. */
void nnreg_forward_panel(const nnreg_net *net, const nnreg_flow *flow, size_t panel, size_t from,
                         size_t to);

/* --------------------------------------------------------------- loss.c -- */

/* Sums over some samples. */
typedef struct {
  double loss, metric, weight;
} nnreg_sums;

static inline void nnreg_add_sums(nnreg_sums *total, const nnreg_sums *more)
{
  total->loss += more->loss;
  total->metric += more->metric;
  total->weight += more->weight;
}

/* Softmax in place for classification; nothing for regression. outputs (stride x samples). */
void nnreg_finish_outputs(const nnreg_net *net, real *outputs, size_t samples);

/* Samples with the network's outputs for them. */
typedef struct {
  const nnreg_net *net;
  const nnreg_targets *targets;
  const nnreg_pick *pick;
  real *outputs; /* (stride x samples)                                             */
  double scale;  /* of the deltas, scale * weight * d loss / d output, or 0: none   */
} nnreg_judged;

/* Adds the losses of samples from .. to - 1, whose outputs become deltas; without deltas they
 * are destroyed. */
void nnreg_loss(const nnreg_judged *judged, size_t from, size_t to, nnreg_sums *sums);

/* ------------------------------------------------------------ trainer.c -- */

/* Samples that go through the network together: a batch, or a part of a large one. */
typedef struct {
  nnreg_pick pick;
  size_t batch_count; /* samples of the whole batch         */
  bool begins, ends;  /* it is the batch's first, last piece */
} nnreg_piece;

/* The memory of samples on their way through the network. A piece is one portion that all
 * threads work on; or, if it is small, several portions with one thread each. */
typedef struct {
  real *inputs[NNREG_MAX_LAYERS]; /* (stride x samples) what each activation gets, or NULL: its
                                     derivative does not need it */
  real *values[NNREG_MAX_LAYERS]; /* (stride x samples) outputs of each layer               */
  real *deltas[NNREG_MAX_LAYERS]; /* the same; the last layer's are its values              */
  real *gradient;                 /* (P) of batches of several pieces or portions, or NULL  */
  nnreg_stage stages[2];          /* this piece's samples and the next one's                */
} nnreg_portion;

/* Layer l's flow through a portion. */
nnreg_flow nnreg_portion_flow(const nnreg_portion *portion, size_t l, size_t turn);

typedef struct {
  nnreg_plan plan;
  nnreg_net net;
  const nnreg_problem *problem; /* NULL: gradient only                        */
  const nnreg_samples *samples;
  nnreg_state *state;
  real *m, *v;             /* (P) panel layout                           */
  real *squares[2];        /* (inputs x panels) sums of squares of the first layer's weights, before
                              and after the batch in turn, or NULL: no groups */
  real *reach;             /* (inputs) what the pull of each input's group is divided by, or NULL */
  nnreg_portion *portions; /* (num_portions) */
  size_t num_portions;
  real *scratch; /* (scratch_size) a thread                    */
  size_t scratch_size, num_threads;
  size_t piece_samples; /* of a piece, at most                        */
  uint32_t *order;      /* rows in the order of the epoch             */
  nnreg_sums *span_sums;
  double mean_weight, deadline;
  size_t sparse_limit; /* see nnreg_sparse_limit; 0 without a problem  */
  bool stop, diverged, corrupt;
  bool halted;           /* the stop flag was up ...                   */
  bool broken;           /* ... in the middle of a batch, which is lost */
  nnreg_stopwatch watch; /* member 0's */
} nnreg_trainer;

typedef struct {
  const nnreg_blas *blas;
  nnreg_model model;
  const nnreg_samples *samples;
  size_t batch_size;
  bool update; /* with Adam's moments; otherwise with room for the gradient */
  size_t num_threads;
} nnreg_setup;

/* The caller then sets problem, state and order, and calls nnreg_trainer_reserve. */
nnreg_status nnreg_trainer_open(nnreg_trainer *trainer, const nnreg_setup *setup,
                                nnreg_message *why);
void nnreg_trainer_close(nnreg_trainer *trainer);

/* Sets the order in which the samples are given: no shuffling. */
void nnreg_trainer_reset_order(nnreg_trainer *trainer);

/* Room for the non-zeros of the largest piece, in the present order. */
nnreg_status nnreg_trainer_reserve(nnreg_trainer *trainer, size_t batch_size, nnreg_message *why);

/* The number of portions of a piece, and the p-th. */
size_t nnreg_portions_of(const nnreg_trainer *trainer, const nnreg_piece *piece);
nnreg_piece nnreg_portion_piece(const nnreg_trainer *trainer, const nnreg_piece *piece, size_t p);

/* The factor of the penalty in the current epoch. */
static inline double nnreg_lambda_scale(const nnreg_trainer *trainer)
{
  const double *scales = trainer->problem->lambda_scales;
  return scales ? scales[(size_t)trainer->state->epoch] : 1;
}

/* Whether a layer's biases have steps. */
static inline bool nnreg_biases_move(const nnreg_trainer *trainer, const nnreg_layer *layer)
{
  return !(trainer->problem->no_intercept && layer == nnreg_last_layer(&trainer->net));
}

/* ------------------------------------------------------------ update.c -- */

/* Allocates the groups' sums of squares and computes them; weights and state must be set. */
nnreg_status nnreg_trainer_groups(nnreg_trainer *trainer, nnreg_message *why);

/* Reals of scratch that a thread needs. */
size_t nnreg_update_scratch(const nnreg_net *net);

/* -------------------------------------------------------------- slice.c -- */

/* Every member runs this: pieces from the state's position on, until the samples end or the
 * training is to stop. */
void nnreg_trainer_slice(void *trainer, const nnreg_member *member);

/* The constants of an update, the number-th, of each layer's weights and biases. */
void nnreg_batch_steps(const nnreg_trainer *trainer, double number, nnreg_step steps[][2]);

/* Adds a batch of so many samples to the state, with its losses. */
void nnreg_count_batch(const nnreg_trainer *trainer, const nnreg_sums *sums, size_t count);

/* The piece that begins at sample `first` of the order. */
nnreg_piece nnreg_piece_at(const nnreg_trainer *trainer, size_t batch_size, size_t first);

/* ------------------------------------------------------- sparse_slice.c -- */

/* The same as nnreg_trainer_slice on a team of its own, if zeros stay and most weights are 0: only
 * the others are touched. */
nnreg_status nnreg_sparse_slice(nnreg_trainer *trainer, nnreg_message *why);

/* With how many weights that are not 0 it is faster, at most; 0: never. It depends on the problem
 * alone. */
size_t nnreg_sparse_limit(const nnreg_trainer *trainer);

/* Whether there are at most so many. The weights alone decide, before each batch: so a training
 * goes the same way in one call or in many. Zeros stay, so it never goes back. */
bool nnreg_sparse_pays(const nnreg_trainer *trainer);

/* ------------------------------------------------------------- direct.c -- */

/* Samples that nnreg_direct_piece takes at most. */
enum { NNREG_DIRECT_SAMPLES = 128 };

/* A first layer without its zero weights, which reads X itself. For layers of mostly zeros. */
typedef struct {
  const nnreg_view *view;
  const nnreg_layer *layer;
  size_t num_live;
  uint32_t *live;   /* (num_live) inputs with a weight that is not 0    */
  uint32_t *starts; /* (units + 1): these weights, unit by unit         */
  uint32_t *inputs; /* (starts[units]) their inputs, counted among live */
  real *weights;    /* (starts[units])                                  */
} nnreg_direct;

/* theta (P, outside layout). */
nnreg_status nnreg_direct_open(nnreg_direct *direct, const nnreg_view *view,
                               const nnreg_layer *layer, const real *theta, nnreg_message *why);
void nnreg_direct_close(nnreg_direct *direct);

/* Reals of scratch that nnreg_direct_piece needs. */
size_t nnreg_direct_scratch(const nnreg_direct *direct);

/* The layer's outputs (stride x count) for the view's samples; false if an input is not finite. */
bool nnreg_direct_piece(const nnreg_direct *direct, const nnreg_net *net, nnreg_range samples,
                        real *scratch, real *outputs);

/* --------------------------------------------------------------- pass.c -- */

typedef struct nnreg_workspace nnreg_workspace;

/* A forward pass over samples, piece by piece, that stores outputs or sums losses. The caller
 * sets net to outputs. */
typedef struct {
  const nnreg_net *net;
  nnreg_pick pick;
  const nnreg_moved *moved;     /* instead of the pick's data, or NULL */
  const nnreg_direct *direct;   /* the same */
  const nnreg_targets *targets; /* for the losses, or NULL */
  real *outputs;                /* (K x count), or NULL */
  size_t piece_samples, num_pieces, num_threads;
  nnreg_sums *sums;        /* (num_pieces), so that their order does not depend on threads */
  nnreg_workspace *spaces; /* (num_threads) */
} nnreg_pass;

/* Open allocates memory and close frees it; if open fails, nothing is left to close. Between
 * them run may be called any number of times, also after the net's weights have changed. */
nnreg_status nnreg_pass_open(nnreg_pass *pass, size_t num_threads, nnreg_message *why);
nnreg_status nnreg_pass_run(nnreg_pass *pass, nnreg_sums *sums, nnreg_message *why);
void nnreg_pass_close(nnreg_pass *pass);

/* A pass over samples for their losses, not yet open. */
nnreg_pass nnreg_pass_over(const nnreg_net *net, const nnreg_samples *samples);

/* Runs an open pass: the weighted means of data loss and metric, as in nnreg_epoch. */
nnreg_status nnreg_pass_means(nnreg_pass *pass, double *data_loss, double *metric,
                              nnreg_message *why);

/* ---------------------------------------------------------- objective.c -- */

/* The data loss of a network over samples, at any theta (P, outside layout). */
typedef struct {
  nnreg_trainer trainer;
  nnreg_state state;
  nnreg_pass pass; /* opened by the first nnreg_objective_value */
  size_t num_threads;
} nnreg_objective;

nnreg_status nnreg_objective_open(nnreg_objective *objective, const nnreg_blas *blas,
                                  const nnreg_model *model, const nnreg_samples *samples,
                                  size_t num_threads, nnreg_message *why);
void nnreg_objective_close(nnreg_objective *objective);

/* The data loss at theta and its gradient (P, or NULL). */
nnreg_status nnreg_objective_gradient(nnreg_objective *objective, const real *theta, double *loss,
                                      real *gradient, nnreg_message *why);

/* The data loss and the metric. The first call allocates memory, which the objective keeps. */
nnreg_status nnreg_objective_value(nnreg_objective *objective, const real *theta, double *loss,
                                   double *metric, nnreg_message *why);

/* ------------------------------------------------------------ moments.c -- */

/* The inputs' weighted means (D) and variances (D) over the samples; the variance of a column
 * that is constant but for rounding is 0. *hidden: another column varies so little for its mean
 * that rounding would drown it; it counts as constant. */
nnreg_status nnreg_input_moments(const nnreg_blas *blas, const nnreg_samples *samples, double *mean,
                                 double *variance, bool *hidden, nnreg_message *why);

/* -------------------------------------------------------------- train.c -- */

/* Validates the weights in t->net at the end of an epoch, if this epoch is to be validated. */
nnreg_status nnreg_validate(const nnreg_trainer *t, const nnreg_problem *problem,
                            const nnreg_state *state, size_t num_threads, nnreg_epoch *row,
                            nnreg_message *why);

/* Adds the seconds since mark to the epoch's, and returns the time. An epoch that is over leaves
 * them in its row (else NULL) and counts as finished. */
static inline double nnreg_count_seconds(nnreg_state *state, double mark, nnreg_epoch *row,
                                         size_t *num_finished)
{
  double time = nnreg_now();
  state->seconds += time - mark;
  if (!row) return time;
  row->seconds = state->seconds;
  state->seconds = 0;
  ++*num_finished;
  return time;
}

#endif
