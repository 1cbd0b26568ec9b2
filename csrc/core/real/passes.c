/* Forward and backward through the network, piece by piece, by a team.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work is cut into items whose number and order of sums depend on shapes only; each
 * item writes places of its own. So any number of threads gives the same bits.
 *
 * A piece takes these phases, with a barrier behind each:
 *   forward l   panels of each hidden layer l
 *   outputs     spans of samples: last layer, losses, their deltas; beside them the
 *               next piece's samples are taken out of the data
 *   back l      panels of hidden layer l: its deltas through the next layer's weights,
 *               then the update of just those weights (columns that nobody else reads)
 *   first       panels of the first layer: its update and at once, while the weights are
 *               in the cache, the next piece's forward 0; beside it the next transpose
 */
#include <math.h>

#include "engine.h"
#include "gemm.h"

enum { ITEMS = 8, SPAN = 32 };

/* One member's view of the piece at hand. */
typedef struct {
  nnreg_trainer *trainer;
  const nnreg_member *member;
  nnreg_piece piece;
  nnreg_batch *batch;
  double step;                           /* the update that this batch makes */
  nnreg_step steps[NNREG_MAX_LAYERS][2]; /* a layer's weights and biases     */
  bool ahead;                            /* forward 0 was done by the last piece */
  real *scratch;
} view;

nnreg_piece nnreg_piece_at(const nnreg_trainer *trainer, size_t batch_size, size_t first)
{
  size_t total = trainer->samples->num_rows, batch = first / batch_size * batch_size;
  size_t batch_count = total - batch < batch_size ? total - batch : batch_size;
  size_t left = batch + batch_count - first;
  size_t count = left < trainer->chunk ? left : trainer->chunk;
  return (nnreg_piece){.pick = {.data = trainer->samples->data,
                                .rows = trainer->order,
                                .first = first,
                                .count = count},
                       .batch_count = batch_count,
                       .begins = first == batch,
                       .ends = count == left};
}

/* In how many spans a phase of `panels` panels cuts the samples. */
static size_t spans_for(const nnreg_trainer *trainer, size_t panels, size_t samples)
{
  if (trainer->plan.small || panels >= ITEMS) return 1;
  size_t wanted = (ITEMS + panels - 1) / panels, most = (samples + SPAN - 1) / SPAN;
  return wanted < most ? wanted : most;
}

static size_t cut(size_t total, size_t parts, size_t part) { return total * part / parts; }

/* The k-th item of first .. last - 1. Every other batch goes through them backwards: what
 * the last one left in the cache is then used first. */
static size_t in_turn(const view *own, size_t first, size_t last, size_t k)
{
  return fmod(own->step, 2) != 0 ? k : first + last - 1 - k;
}

/* Member 0 has the watch. */
static void lap(const view *own, nnreg_phase phase)
{
  if (own->member->id == 0) nnreg_lap(&own->trainer->watch, phase);
}

static void wait_for_all(const view *own)
{
  nnreg_team_wait(own->member);
  lap(own, NNREG_PHASE_WAITING);
}

static void forward_hidden(const view *own, size_t l)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_layer *layer = &t->plan.layers[l];
  size_t samples = own->piece.pick.count, first, last;
  size_t spans = spans_for(t, layer->num_panels, samples);
  nnreg_team_share(own->member, layer->num_panels * spans, &first, &last);
  for (size_t k = first; k < last; k++) {
    size_t item = in_turn(own, first, last, k), q = item / spans, s = item % spans;
    nnreg_forward_panel(&t->net, l, q, own->batch, l ? t->values[l - 1] : NULL,
                        l ? t->plan.layers[l - 1].stride : 0, cut(samples, spans, s),
                        cut(samples, spans, s + 1), t->values[l]);
  }
}

static void output_span(const view *own, size_t number, size_t from, size_t to)
{
  const nnreg_trainer *t = own->trainer;
  size_t l = t->plan.num_layers - 1;
  const nnreg_layer *layer = &t->plan.layers[l];
  nnreg_sums *sums = &t->span_sums[number];
  *sums = (nnreg_sums){0, 0, 0};
  for (size_t q = 0; q < layer->num_panels; q++)
    nnreg_forward_panel(&t->net, l, q, own->batch, l ? t->values[l - 1] : NULL,
                        l ? t->plan.layers[l - 1].stride : 0, from, to, t->values[l]);
  double scale = 1 / ((double)own->piece.batch_count * t->mean_weight);
  nnreg_loss(&t->net, t->samples->targets, &own->piece.pick, from, to, scale, t->values[l], sums);
}

static size_t output_spans(const nnreg_trainer *t, const nnreg_piece *piece)
{
  return spans_for(t, 1, piece->pick.count);
}

static void forward_outputs(const view *own)
{
  size_t samples = own->piece.pick.count, first, last;
  size_t spans = output_spans(own->trainer, &own->piece);
  nnreg_team_share(own->member, spans, &first, &last);
  for (size_t s = first; s < last; s++)
    output_span(own, s, cut(samples, spans, s), cut(samples, spans, s + 1));
}

static void fill(const view *own, nnreg_batch *batch, const nnreg_piece *piece)
{
  size_t first, last;
  nnreg_team_share(own->member, piece->pick.count, &first, &last);
  if (first < last) nnreg_batch_fill(batch, &piece->pick, first, last);
}

static void transpose(const view *own, nnreg_batch *batch)
{
  size_t first, last;
  if (batch->dense) return;
  nnreg_team_share(own->member, own->trainer->plan.layers[0].inputs, &first, &last);
  if (first < last) nnreg_batch_transpose(batch, first, last);
}

/* Deltas of hidden layer l's panel p, through all panels of the layer above. */
static void back_panel(const view *own, size_t l, size_t p)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_layer *here = &t->plan.layers[l], *above = &t->plan.layers[l + 1];
  size_t units = nnreg_panel_units(here, p), first = p * here->panel;
  size_t samples = own->piece.pick.count;
  real *delta = t->deltas[l] + first;
  for (size_t q = 0; q < above->num_panels; q++) {
    size_t depth = nnreg_panel_units(above, q);
    const real *w = t->net.theta + nnreg_panel_offset(above, q) + first * depth;
    GEMM(t->net.blas, NNREG_TRANSPOSED, NNREG_PLAIN, units, samples, depth, w, depth,
         t->deltas[l + 1] + q * above->panel, above->stride, q > 0 ? 1 : 0, delta, here->stride);
  }
  t->net.kernels->derive(here->activation, units, samples, t->values[l] + first, here->stride,
                         delta, here->stride);
}

static void back_hidden(const view *own, size_t l)
{
  nnreg_trainer *t = own->trainer;
  const nnreg_layer *here = &t->plan.layers[l], *above = &t->plan.layers[l + 1];
  size_t first, last;
  nnreg_team_share(own->member, here->num_panels, &first, &last);
  for (size_t p = first; p < last; p++) {
    size_t from = p * here->panel, to = from + nnreg_panel_units(here, p);
    back_panel(own, l, p);
    for (size_t q = 0; q < above->num_panels; q++)
      nnreg_update_panel(t, &own->piece, t->problem ? own->steps[l + 1] : NULL, l + 1, q, from, to,
                         own->batch, own->scratch);
  }
}

/* Forward 0 of the next piece, for a panel that has its new weights. */
static void forward_ahead(const view *own, const nnreg_batch *batch, const nnreg_piece *next,
                          size_t panel)
{
  const nnreg_trainer *t = own->trainer;
  if (nnreg_is_shifted(t->net.data)) nnreg_fold_shift(&t->net, panel);
  nnreg_forward_panel(&t->net, 0, panel, batch, NULL, 0, 0, next->pick.count, t->values[0]);
}

/* In how many parts the update cuts a panel of the first layer. */
static size_t first_splits(const nnreg_trainer *t)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  size_t splits = t->plan.small ? 1 : (ITEMS + layer->num_panels - 1) / layer->num_panels;
  return splits < layer->inputs ? splits : layer->inputs;
}

/* next: the piece to go ahead with, or NULL. */
static void update_first(const view *own, const nnreg_batch *next_batch, const nnreg_piece *next)
{
  nnreg_trainer *t = own->trainer;
  const nnreg_layer *layer = &t->plan.layers[0];
  size_t splits = first_splits(t), first, last;
  nnreg_team_share(own->member, layer->num_panels * splits, &first, &last);
  for (size_t k = first; k < last; k++) {
    size_t item = in_turn(own, first, last, k);
    nnreg_update_panel(t, &own->piece, t->problem ? own->steps[0] : NULL, 0, item / splits,
                       cut(layer->inputs, splits, item % splits),
                       cut(layer->inputs, splits, item % splits + 1), own->batch, own->scratch);
    lap(own, NNREG_PHASE_UPDATE);
    if (!next) continue;
    forward_ahead(own, next_batch, next, item);
    lap(own, NNREG_PHASE_FORWARD);
  }
}

/* The constants of the update at hand; see nnreg_step. */
static void set_steps(view *own)
{
  const nnreg_problem *problem = own->trainer->problem;
  const nnreg_adam *adam = &problem->adam;
  const nnreg_penalty *penalty = problem->penalty;
  double rate = problem->learn_rates[(size_t)own->trainer->state->epoch];
  double scale = nnreg_lambda_scale(own->trainer);
  double correction = sqrt(1 - pow(adam->beta2, own->step));
  nnreg_step plain = {.rate = (real)(rate * correction / (1 - pow(adam->beta1, own->step))),
                      .one_less_beta1 = (real)(1 - adam->beta1),
                      .one_less_beta2 = (real)(1 - adam->beta2),
                      .epsilon = (real)adam->epsilon,
                      .keep = 1};
  bool proximal = penalty->l1_method == NNREG_PROXIMAL;
  for (size_t l = 0; l < own->trainer->plan.num_layers; l++) {
    nnreg_step *weights = &own->steps[l][0];
    *weights = own->steps[l][1] = plain;
    weights->ridge = (real)(scale * 2 * penalty->lambda2[l]);
    weights->sign_slope = proximal ? 0 : (real)(scale * penalty->lambda1[l]);
    weights->threshold = proximal ? (real)(scale * rate * correction * penalty->lambda1[l]) : 0;
    weights->keep = (real)(1 - scale * rate * penalty->decay[l]);
    weights->keep_zeros = problem->keep_zeros;
  }
  own->steps[0][0].pull = (real)(scale * rate * correction * penalty->group);
}

static nnreg_sums add_spans(const nnreg_trainer *t, const nnreg_piece *piece)
{
  nnreg_sums total = {0, 0, 0};
  for (size_t s = 0; s < output_spans(t, piece); s++) {
    total.loss += t->span_sums[s].loss;
    total.metric += t->span_sums[s].metric;
    total.weight += t->span_sums[s].weight;
  }
  return total;
}

/* Member 0 keeps the books when a batch is complete. */
static void book(view *own, const nnreg_sums *batch)
{
  nnreg_state *state = own->trainer->state;
  state->loss_sum += batch->loss;
  state->metric_sum += batch->metric;
  state->weight_sum += batch->weight;
  state->position += (double)own->piece.batch_count;
  state->step = own->step;
}

static void fold_shift(const view *own)
{
  const nnreg_trainer *t = own->trainer;
  size_t first, last;
  nnreg_team_share(own->member, t->plan.layers[0].num_panels, &first, &last);
  for (size_t q = first; q < last; q++) nnreg_fold_shift(&t->net, q);
  lap(own, NNREG_PHASE_FORWARD);
  wait_for_all(own);
}

/* Phases forward and outputs; the next piece is filled meanwhile. */
static void pass_forward(view *own, nnreg_batch *next_batch, const nnreg_piece *next)
{
  nnreg_trainer *t = own->trainer;
  if (nnreg_is_shifted(t->net.data) && !own->ahead) fold_shift(own);
  for (size_t l = own->ahead; l + 1 < t->plan.num_layers; l++) {
    forward_hidden(own, l);
    lap(own, NNREG_PHASE_FORWARD);
    wait_for_all(own);
  }
  forward_outputs(own);
  lap(own, NNREG_PHASE_LOSS);
  if (next) fill(own, next_batch, next);
  if (own->member->id == 0) {
    t->halted = nnreg_is_stopped(t->net.blas);
    t->stop = t->problem && (t->halted || nnreg_now() >= t->deadline);
  }
  lap(own, NNREG_PHASE_SAMPLES);
  wait_for_all(own);
}

/* Whole panels of a hidden layer, and steps that change them. */
static bool can_go_ahead(const nnreg_trainer *t)
{
  return t->problem && t->plan.num_layers > 1 && first_splits(t) == 1;
}

static void pass_backward(view *own, nnreg_batch *next_batch, const nnreg_piece *next)
{
  nnreg_trainer *t = own->trainer;
  for (size_t l = t->plan.num_layers - 1; l-- > 0;) {
    back_hidden(own, l);
    lap(own, NNREG_PHASE_BACKWARD);
    wait_for_all(own);
  }
  own->ahead = next && own->piece.ends && !t->stop && can_go_ahead(t);
  update_first(own, next_batch, own->ahead ? next : NULL);
  if (next) transpose(own, next_batch);
  lap(own, NNREG_PHASE_SAMPLES);
  wait_for_all(own);
}

/* Every member finds the same, since a barrier lies behind the batch's filling. */
static bool is_corrupt(const view *own, const nnreg_batch *batch)
{
  bool corrupt = atomic_load(&batch->corrupt);
  if (corrupt && own->member->id == 0) own->trainer->corrupt = true;
  return corrupt;
}

/* Takes out the first piece of a slice. */
static bool begin(view *own)
{
  lap(own, NNREG_PHASE_CALL);
  fill(own, own->batch, &own->piece);
  lap(own, NNREG_PHASE_SAMPLES);
  wait_for_all(own);
  if (is_corrupt(own, own->batch)) return false;
  transpose(own, own->batch);
  lap(own, NNREG_PHASE_SAMPLES);
  wait_for_all(own);
  return true;
}

void nnreg_trainer_slice(void *context, const nnreg_member *member)
{
  nnreg_trainer *t = context;
  size_t total = t->samples->num_rows, turn = 0;
  size_t batch_size = t->problem ? t->problem->batch_size : total;
  view own = {.trainer = t,
              .member = member,
              .piece = nnreg_piece_at(t, batch_size, (size_t)t->state->position),
              .batch = &t->batches[0],
              .step = t->state->step,
              .scratch = t->scratch + member->id * t->scratch_size};
  nnreg_sums batch = {0, 0, 0};
  if (!begin(&own)) return;
  for (;;) {
    size_t after = own.piece.pick.first + own.piece.pick.count;
    bool more = after < total;
    nnreg_piece next = own.piece;
    nnreg_batch *next_batch = &t->batches[1 - turn];
    if (more) next = nnreg_piece_at(t, batch_size, after);
    if (own.piece.begins) {
      batch = (nnreg_sums){0, 0, 0};
      own.step++;
      if (t->problem) set_steps(&own);
    }
    pass_forward(&own, next_batch, more ? &next : NULL);
    nnreg_sums sums = add_spans(t, &own.piece);
    batch.loss += sums.loss;
    batch.metric += sums.metric;
    batch.weight += sums.weight;
    bool stop = t->stop && own.piece.ends;
    if (t->problem && !isfinite(batch.loss)) {
      if (member->id == 0) t->diverged = true;
      return;
    }
    if (more && is_corrupt(&own, next_batch)) return;
    if (t->halted && !own.piece.ends) { /* no weight of this batch has changed yet */
      if (member->id == 0) t->broken = true;
      return;
    }
    pass_backward(&own, next_batch, more ? &next : NULL);
    if (own.piece.ends && member->id == 0) book(&own, &batch);
    if (!more || stop) return;
    own.piece = next;
    turn = 1 - turn;
    own.batch = &t->batches[turn];
  }
}
