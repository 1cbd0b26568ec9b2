/* The parts of the engine in one precision; each section is a file of this folder.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_ENGINE_H
#define NNREG_ENGINE_H

#include <stdatomic.h>

#include "kernels/kernels.h"
#include "names.h"
#include "network/plan.h"
#include "os/blas.h"
#include "os/team.h"

/* ------------------------------------------------------------- panels.c -- */

/* Copies all parameters between the outside layout and panels (see plan.h). */
void nnreg_to_panels(const nnreg_plan *plan, const real *flat, real *panels);
void nnreg_from_panels(const nnreg_plan *plan, const real *panels, real *flat);

/* -------------------------------------------------------------- batch.c -- */

/* Some samples taken out of the packed data, ready for the products. */
typedef struct {
  size_t capacity; /* samples                                                */
  size_t entries;  /* room for non-zeros                                     */
  size_t num_inputs;
  size_t num_samples;
  real *dense;            /* (inputs x capacity), or NULL: compressed               */
  uint32_t *starts;       /* (capacity + 1): non-zeros by sample                    */
  uint32_t *inputs;       /* (entries)                                              */
  real *values;           /* (entries)                                              */
  uint32_t *input_starts; /* (inputs + 1): the same non-zeros by input, or NULL     */
  uint32_t *samples;      /* (entries)                                              */
  real *input_values;     /* (entries)                                              */
  const real *columns;    /* (samples x inputs) of X itself, `stride` apart, or NULL */
  size_t stride;
  atomic_bool corrupt; /* inputs that do not ascend, or are not there: not to be used */
} nnreg_batch;

/* Which samples a batch takes: rows (or NULL: first, first + 1, ...). */
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

/* Non-zeros of one packed sample. */
size_t nnreg_sample_entries(const nnreg_data *data, size_t row);

/* Room for samples of the data; by_input: with the transpose as well. */
nnreg_status nnreg_batch_open(nnreg_batch *batch, const nnreg_data *data, size_t samples,
                              size_t entries, bool by_input, nnreg_message *why);
void nnreg_batch_close(nnreg_batch *batch);

/* Fills the batch's samples from .. to - 1; parts may be filled side by side. Sets corrupt
 * where the data are; nnreg_corrupt is the error for that. */
void nnreg_batch_fill(nnreg_batch *batch, const nnreg_pick *pick, size_t from, size_t to);

nnreg_status nnreg_corrupt(nnreg_message *why);

/* Builds the transpose of inputs from .. to - 1, once all samples are filled; parts
 * may be built side by side. */
void nnreg_batch_transpose(nnreg_batch *batch, size_t from, size_t to);

/* ------------------------------------------------------------ forward.c -- */

/* What a pass needs: the network in panel layout and its tools. */
typedef struct {
  const nnreg_blas *blas;
  const nnreg_kernels *kernels;
  const nnreg_plan *plan;
  const nnreg_data *data;
  real *theta;  /* (P) panel layout                                        */
  real *folded; /* (units of layer 1): b - W shift; see nnreg_fold_shift  */
} nnreg_net;

/* Copies the parameters theta (P, outside layout) into panels. */
nnreg_status nnreg_net_open(nnreg_net *net, const nnreg_blas *blas, const nnreg_plan *plan,
                            const nnreg_data *data, const real *theta, nnreg_message *why);
void nnreg_net_close(nnreg_net *net);

/* The data have a shift that is not in their values. */
static inline bool nnreg_is_shifted(const nnreg_data *data)
{
  return data->compressed && data->shift;
}

/* Folds the data's shift into the first layer's biases, panel by panel. */
void nnreg_fold_shift(const nnreg_net *net, size_t panel);

/* Activations of one panel's units for samples from .. to - 1: outputs (stride x
 * samples) from inputs (in_stride x samples; unused for layer 0, which reads batch). */
void nnreg_forward_panel(const nnreg_net *net, size_t layer, size_t panel, const nnreg_batch *batch,
                         const real *inputs, size_t in_stride, size_t from, size_t to,
                         real *outputs);

/* --------------------------------------------------------------- loss.c -- */

/* Sums over some samples. */
typedef struct {
  double loss, metric, weight;
} nnreg_sums;

/* Softmax in place for classification; nothing for regression. outputs (stride x
 * samples). */
void nnreg_finish_outputs(const nnreg_net *net, real *outputs, size_t samples);

/* Adds the losses of samples from .. to - 1 of the pick, whose last layer's values are
 * outputs (stride x samples); where scale > 0 turns these into deltas: scale * weight *
 * d loss / d output. Destroys outputs otherwise. */
void nnreg_loss(const nnreg_net *net, const nnreg_targets *targets, const nnreg_pick *pick,
                size_t from, size_t to, double scale, real *outputs, nnreg_sums *sums);

/* ------------------------------------------------------------- update.c -- */

/* Samples that go through the network together: a batch, or a part of a large one. */
typedef struct {
  nnreg_pick pick;
  size_t batch_count; /* samples of the whole batch     */
  bool begins, ends;  /* the batch's first, last piece  */
} nnreg_piece;

/* Where samples are on their way through the network. A batch has one such place, which all
 * threads share; or a small batch's shards have one each, and one thread at it. */
typedef struct {
  real *values[NNREG_MAX_LAYERS]; /* (stride x chunk) outputs of each layer               */
  real *deltas[NNREG_MAX_LAYERS]; /* the same; the last layer's are its values            */
  real *gradient;                 /* (P) of batches of several pieces or shards, or NULL  */
  nnreg_batch batches[2];         /* this piece's samples and the next one's              */
} nnreg_shard;

typedef struct {
  nnreg_plan plan;
  nnreg_net net;
  const nnreg_problem *problem; /* NULL: gradient only                        */
  const nnreg_samples *samples;
  nnreg_state *state;
  real *m, *v;         /* (P) panel layout                           */
  real *squares[2];    /* (inputs x panels) of the first layer's weights, before and
                          after the batch in turn, or NULL: no groups */
  nnreg_shard *shards; /* (num_shards) */
  size_t num_shards;
  real *scratch; /* (scratch_size) a thread                    */
  size_t scratch_size, num_threads, chunk;
  uint32_t *order; /* rows in the order of the epoch             */
  nnreg_sums *span_sums;
  double mean_weight, deadline;
  bool stop, diverged, corrupt;
  bool halted, broken;   /* the binding's flag was up; so a batch was given up half-way */
  nnreg_stopwatch watch; /* member 0's */
} nnreg_trainer;

/* What the epoch at hand multiplies the penalty by. */
static inline double nnreg_lambda_scale(const nnreg_trainer *trainer)
{
  const double *scales = trainer->problem->lambda_scales;
  return scales ? scales[(size_t)trainer->state->epoch] : 1;
}

/* The sums of squares of the first layer's weights as they are, by input and panel. */
void nnreg_sum_groups(const nnreg_trainer *trainer);

/* Reals of scratch that a thread needs. */
size_t nnreg_update_scratch(const nnreg_plan *plan);

/* The gradient of columns from .. to - 1 of a panel's weights (and of its biases when
 * from is 0), and Adam's step with it when the batch is complete. Layer 0 reads the batch, others
 * the shard's values of the layer below. steps: weights', then biases'. */
void nnreg_update_panel(nnreg_trainer *trainer, nnreg_shard *shard, const nnreg_piece *piece,
                        const nnreg_step steps[2], size_t layer, size_t panel, size_t from,
                        size_t to, const nnreg_batch *batch, real *scratch);

/* Adam's step with the sum of the first `count` shards' gradients comes in so many parts. */
enum { NNREG_UPDATE_PARTS = 8 };

/* One of them. steps: of each layer its weights', then its biases'. */
void nnreg_update_from_shards(nnreg_trainer *trainer, nnreg_step steps[][2], size_t count,
                              size_t part);

/* ------------------------------------------------------------- shard.c -- */

/* Room for so many samples, and a gradient. */
bool nnreg_shard_open(nnreg_shard *shard, const nnreg_plan *plan, size_t samples, bool gradient);
void nnreg_shard_close(nnreg_shard *shard);

/* In how many shards the piece goes, and what shard number s takes of it. */
size_t nnreg_shards_of(const nnreg_trainer *trainer, const nnreg_piece *piece);
nnreg_piece nnreg_shard_piece(const nnreg_trainer *trainer, const nnreg_piece *piece, size_t s);

/* ------------------------------------------------------------ direct.c -- */

/* Samples that it takes at a time, at most. */
enum { NNREG_DIRECT_BLOCK = 128 };

typedef struct {
  const nnreg_view *view;
  const nnreg_layer *layer; /* the first                                       */
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

/* Reals of scratch that nnreg_direct_block needs. */
size_t nnreg_direct_scratch(const nnreg_direct *direct);

/* Activations of the first layer (stride x count) for samples first .. of the view; false
 * if an input is not finite. */
bool nnreg_direct_block(const nnreg_direct *direct, const nnreg_net *net, size_t first,
                        size_t count, real *scratch, real *outputs);

/* ---------------------------------------------------------- evaluate.c -- */

typedef struct nnreg_workspace nnreg_workspace;

/* Forward passes over samples, block by block: outputs (outputs x samples) are stored
 * where wanted, losses summed where targets are given. The caller sets the first six. */
typedef struct {
  const nnreg_net *net;
  nnreg_pick pick;
  const nnreg_moved *moved;     /* or NULL: instead of the pick's data */
  const nnreg_direct *direct;   /* or NULL: the same */
  const nnreg_targets *targets; /* or NULL */
  real *outputs;                /* (K x count) or NULL */
  size_t block, num_blocks, num_threads;
  nnreg_sums *sums;        /* one a block, so that their order does not depend on threads */
  nnreg_workspace *spaces; /* one a thread */
} nnreg_pass;

/* Takes the memory, runs as often as wanted (the net's weights may change between), gives
 * it back; one that could not be opened is closed. */
nnreg_status nnreg_pass_open(nnreg_pass *pass, size_t num_threads, nnreg_message *why);
nnreg_status nnreg_pass_run(nnreg_pass *pass, nnreg_sums *sums, nnreg_message *why);
void nnreg_pass_close(nnreg_pass *pass);

/* The pass over samples, not yet open, and what it comes to, as nnreg_evaluate. */
nnreg_pass nnreg_pass_over(const nnreg_net *net, const nnreg_samples *samples);
nnreg_status nnreg_pass_means(nnreg_pass *pass, double *data_loss, double *metric,
                              nnreg_message *why);

/* The same at once, for one time. */
nnreg_status nnreg_net_evaluate(const nnreg_net *net, const nnreg_samples *samples,
                                size_t num_threads, double *data_loss, double *metric,
                                nnreg_message *why);

/* ------------------------------------------------------------ trainer.c -- */

/* update: with Adam's moments; otherwise with room for the gradient. The caller sets
 * problem, state and order, then reserves. */
nnreg_status nnreg_trainer_open(nnreg_trainer *trainer, const nnreg_blas *blas,
                                const nnreg_network *network, const nnreg_samples *samples,
                                size_t batch_size, bool update, size_t num_threads,
                                const real *theta, nnreg_message *why);
void nnreg_trainer_close(nnreg_trainer *trainer);

/* Room for the groups' squares, and the squares themselves; the weights and the state must
 * be there. */
nnreg_status nnreg_trainer_groups(nnreg_trainer *trainer, nnreg_message *why);

/* order: the samples' rows as they come. */
void nnreg_trainer_reset_order(nnreg_trainer *trainer);

/* Room for the non-zeros of the largest piece, in the present order. */
nnreg_status nnreg_trainer_reserve(nnreg_trainer *trainer, size_t batch_size, nnreg_message *why);

/* ------------------------------------------------------------- passes.c -- */

/* Every member runs this: pieces from position on until the samples end, or a stop. */
void nnreg_trainer_slice(void *trainer, const nnreg_member *member);

/* The piece that begins at sample `first` of the order. */
nnreg_piece nnreg_piece_at(const nnreg_trainer *trainer, size_t batch_size, size_t first);

/* --------------------------------------------------------- objective.c -- */

/* The data loss of a network over samples, for points theta (P, outside layout). */
typedef struct {
  nnreg_trainer trainer;
  nnreg_state state;
  nnreg_pass pass; /* of nnreg_objective_value, once that is called */
  size_t num_threads;
} nnreg_objective;

nnreg_status nnreg_objective_open(nnreg_objective *objective, const nnreg_blas *blas,
                                  const nnreg_network *network, const nnreg_samples *samples,
                                  size_t num_threads, const real *theta, nnreg_message *why);
void nnreg_objective_close(nnreg_objective *objective);

/* The data loss at theta and its gradient (P, or NULL). */
nnreg_status nnreg_objective_gradient(nnreg_objective *objective, const real *theta, double *loss,
                                      real *gradient, nnreg_message *why);

/* The same without the gradient, and the metric of nnreg_evaluate. The first call takes
 * memory, which the objective keeps. */
nnreg_status nnreg_objective_value(nnreg_objective *objective, const real *theta, double *loss,
                                   double *metric, nnreg_message *why);

/* ------------------------------------------------------------ metric.c -- */

/* The inputs' weighted means over the samples and a diagonal that scales their curvature,
 * mean (x_j - mean_j)^2, or 0 for a column that is constant but for rounding: mean (D),
 * metric (D). */
nnreg_status nnreg_input_metric(const nnreg_blas *blas, const nnreg_samples *samples, double *mean,
                                double *metric, nnreg_message *why);

/* ------------------------------------------------------------- solve.c -- */

/* nnreg_train with NNREG_FISTA. */
nnreg_status nnreg_solve(const nnreg_blas *blas, const nnreg_problem *problem,
                         const nnreg_limits *limits, nnreg_state *state, nnreg_epoch *history,
                         size_t *num_finished, nnreg_message *why);

/* ------------------------------------------------------------- train.c -- */

/* The validation's figures of an epoch that ends, for the weights in t->net. */
nnreg_status nnreg_validate(const nnreg_trainer *t, const nnreg_problem *problem,
                            const nnreg_state *state, size_t num_threads, nnreg_epoch *row,
                            nnreg_message *why);

/* The public calls in one precision. */
nnreg_status nnreg_train(const nnreg_blas *blas, const nnreg_problem *problem,
                         const nnreg_limits *limits, nnreg_state *state, nnreg_epoch *history,
                         size_t *num_finished, nnreg_message *why);
nnreg_status nnreg_predict(const nnreg_blas *blas, const nnreg_network *network, const real *theta,
                           const nnreg_data *data, size_t first, size_t count, size_t num_threads,
                           real *outputs, nnreg_message *why);
nnreg_status nnreg_predict_moved(const nnreg_blas *blas, const nnreg_network *network,
                                 const real *theta, const nnreg_moved *moved, size_t num_threads,
                                 real *outputs, nnreg_message *why);
nnreg_status nnreg_predict_view(const nnreg_blas *blas, const nnreg_network *network,
                                const real *theta, const nnreg_view *view, size_t first,
                                size_t count, size_t num_threads, real *outputs,
                                nnreg_message *why);
nnreg_status nnreg_evaluate(const nnreg_blas *blas, const nnreg_network *network, const real *theta,
                            const nnreg_samples *samples, size_t num_threads, double *data_loss,
                            double *metric, nnreg_message *why);
nnreg_status nnreg_cost(const nnreg_blas *blas, const nnreg_network *network,
                        const nnreg_penalty *penalty, const real *theta,
                        const nnreg_samples *samples, size_t num_threads, double *cost,
                        real *gradient, nnreg_message *why);

#endif
