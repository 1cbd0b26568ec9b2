/* A slice: what one call does of an epoch, piece by piece.
 *
 * A piece takes these phases, with a barrier after each:
 *   forward l   panels of each hidden layer l
 *   outputs     spans of samples: last layer, losses, their deltas; and the next piece's
 *               samples are staged
 *   back l      bundles of hidden layer l: its deltas through the weights above, then the
 *               update of the same weights (no other member reads these columns)
 *   first       panels of the first layer: its update and at once, while the weights are in
 *               the cache, the next piece's forward 0; and the next transpose
 *
 * A small batch that is worth two threads goes by portions instead, with two barriers (and one
 * more before them if the data have a shift to fold in):
 *   portions    one thread takes a portion of the samples through all of the above, up to its
 *               gradient; then it stages the portion's next samples
 *   update      parts of the parameters: the sum of the portions' gradients, and Adam's step
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "work.h"

nnreg_piece nnreg_piece_at(const nnreg_trainer *t, size_t batch_size, size_t first)
{
  size_t total = t->samples->num_rows, batch = first / batch_size * batch_size;
  size_t batch_count = total - batch < batch_size ? total - batch : batch_size;
  size_t left = batch + batch_count - first;
  size_t count = left < t->piece_samples ? left : t->piece_samples;
  return (nnreg_piece){
      .pick = {.data = t->samples->data, .rows = t->order, .first = first, .count = count},
      .batch_count = batch_count,
      .begins = first == batch,
      .ends = count == left};
}

void nnreg_batch_steps(const nnreg_trainer *t, double number, nnreg_step steps[][2])
{
  const nnreg_problem *problem = t->problem;
  const nnreg_adam *adam = &problem->adam;
  const nnreg_penalty *penalty = problem->penalty;
  double rate = problem->learn_rates[(size_t)t->state->epoch];
  double scale = nnreg_lambda_scale(t);
  double correction = sqrt(1 - pow(adam->beta2, number));
  nnreg_step plain = {.rate = (real)(rate * correction / (1 - pow(adam->beta1, number))),
                      .one_less_beta1 = (real)(1 - adam->beta1),
                      .one_less_beta2 = (real)(1 - adam->beta2),
                      .epsilon = (real)adam->epsilon,
                      .keep = 1};
  bool proximal = penalty->l1_method == NNREG_PROXIMAL;
  for (size_t l = 0; l < t->plan.num_layers; l++) {
    nnreg_step *weights = &steps[l][0];
    *weights = steps[l][1] = plain;
    /* The penalty times its scale comes first: a scale and its product give the same bits. */
    double lambda1 = scale * penalty->lambda1[l];
    weights->ridge = (real)(2 * (scale * penalty->lambda2[l]));
    weights->sign_slope = proximal ? 0 : (real)lambda1;
    weights->threshold = proximal ? (real)(rate * correction * lambda1) : 0;
    weights->keep = (real)(1 - rate * (scale * penalty->decay[l]));
    weights->keep_zeros = problem->keep_zeros;
  }
  steps[0][0].pull = (real)(rate * correction * (scale * penalty->group));
}

static void begin_batch(nnreg_work *own)
{
  own->batch = (nnreg_sums){0, 0, 0};
  own->step++;
  if (own->trainer->problem) nnreg_batch_steps(own->trainer, own->step, own->steps);
}

void nnreg_count_batch(const nnreg_trainer *t, const nnreg_sums *sums, size_t count)
{
  nnreg_state *state = t->state;
  state->loss_sum += sums->loss;
  state->metric_sum += sums->metric;
  state->weight_sum += sums->weight;
  state->position += (double)count;
  state->step++;
}

/* Member 0 updates the state when a batch is complete. */
static void end_batch(const nnreg_work *own)
{
  if (own->member->id == 0) nnreg_count_batch(own->trainer, &own->batch, own->piece.batch_count);
}

/* ---------------------------------------------------------------- Forward -- */

/* Takes a portion through all phases, up to its gradient. */
static void do_portion(const nnreg_work *own, size_t p)
{
  nnreg_trainer *t = own->trainer;
  nnreg_member alone = {.size = 1};
  nnreg_work part = *own;
  part.member = &alone;
  part.portion = &t->portions[p];
  part.piece = nnreg_portion_piece(t, &own->piece, p);
  part.sums = &t->span_sums[p];
  for (size_t l = 0; l + 1 < t->plan.num_layers; l++) nnreg_phase_forward(&part, l);
  nnreg_work_lap(own, NNREG_PHASE_FORWARD);
  nnreg_phase_outputs(&part);
  nnreg_work_lap(own, NNREG_PHASE_LOSS);
  for (size_t l = t->plan.num_layers - 1; l-- > 0;) nnreg_phase_back(&part, l);
  nnreg_work_lap(own, NNREG_PHASE_BACKWARD);
  nnreg_phase_first(&part);
}

static void do_portions(const nnreg_work *own)
{
  size_t first, last;
  size_t portions = nnreg_portions_of(own->trainer, &own->piece);
  nnreg_deal deal = nnreg_team_deal(own->member, portions, NNREG_CHUNKS);
  while (nnreg_team_take(&deal, &first, &last))
    for (size_t p = first; p < last; p++) do_portion(own, p);
}

static void do_layers(const nnreg_work *own)
{
  for (size_t l = own->ahead; l + 1 < own->trainer->plan.num_layers; l++) {
    nnreg_phase_forward(own, l);
    nnreg_work_lap(own, NNREG_PHASE_FORWARD);
    nnreg_work_wait(own);
  }
  nnreg_phase_outputs(own);
  nnreg_work_lap(own, NNREG_PHASE_LOSS);
}

/* Phases forward and outputs, or the portions; stages the next piece. */
static void go_forward(const nnreg_work *own)
{
  nnreg_trainer *t = own->trainer;
  if (nnreg_is_shifted(t->net.data) && !own->ahead) nnreg_phase_fold(own);
  if (t->num_portions > 1)
    do_portions(own);
  else
    do_layers(own);
  if (t->squares[0] && own->piece.ends) nnreg_measure_groups(own);
  if (own->has_next) nnreg_phase_fill(own, 1 - own->turn, &own->next);
  if (own->member->id == 0) {
    t->halted = nnreg_is_stopped(t->net.blas);
    t->stop = t->problem && (t->halted || nnreg_now() >= t->deadline);
  }
  nnreg_work_lap(own, NNREG_PHASE_SAMPLES);
  nnreg_work_wait(own);
}

/* Every member adds the same losses in the same order. */
static void add_losses(nnreg_work *own)
{
  const nnreg_trainer *t = own->trainer;
  nnreg_sums piece = {0, 0, 0};
  size_t count =
      t->num_portions > 1 ? nnreg_portions_of(t, &own->piece) : nnreg_output_spans(t, &own->piece);
  for (size_t i = 0; i < count; i++) nnreg_add_sums(&piece, &t->span_sums[i]);
  nnreg_add_sums(&own->batch, &piece);
}

/* A barrier follows the filling, so every member gets the same answer. */
static bool is_corrupt(const nnreg_work *own, size_t turn)
{
  bool corrupt = false;
  for (size_t p = 0; p < own->trainer->num_portions; p++)
    corrupt = corrupt || atomic_load(&own->trainer->portions[p].stages[turn].corrupt);
  return corrupt;
}

/* Whether the batch must be abandoned, before it changes a weight. Member 0 notes why. */
static bool fails(const nnreg_work *own)
{
  nnreg_trainer *t = own->trainer;
  bool diverged = t->problem && !isfinite(own->batch.loss);
  bool corrupt = !diverged && own->has_next && is_corrupt(own, 1 - own->turn);
  bool broken = !diverged && !corrupt && t->halted && !own->piece.ends;
  if (own->member->id == 0) {
    t->diverged = t->diverged || diverged;
    t->corrupt = t->corrupt || corrupt;
    t->broken = t->broken || broken;
  }
  return diverged || corrupt || broken;
}

/* --------------------------------------------------------------- Backward -- */

static void update_from_portions(const nnreg_work *own)
{
  size_t first, last;
  nnreg_deal deal = nnreg_team_deal(own->member, NNREG_UPDATE_PARTS, NNREG_CHUNKS);
  while (nnreg_team_take(&deal, &first, &last))
    for (size_t part = first; part < last; part++) nnreg_update_from_portions(own, part);
  nnreg_work_lap(own, NNREG_PHASE_UPDATE);
}

static void update_by_layers(nnreg_work *own)
{
  const nnreg_trainer *t = own->trainer;
  for (size_t l = t->plan.num_layers - 1; l-- > 0;) {
    nnreg_phase_back(own, l);
    nnreg_work_lap(own, NNREG_PHASE_BACKWARD);
    nnreg_work_wait(own);
  }
  own->ahead = own->has_next && own->piece.ends && !t->stop && nnreg_goes_ahead(t);
  nnreg_phase_first(own);
}

static void go_backward(nnreg_work *own)
{
  if (own->trainer->num_portions > 1)
    update_from_portions(own);
  else
    update_by_layers(own);
  if (own->has_next) nnreg_phase_transpose(own, 1 - own->turn, &own->next);
  nnreg_work_lap(own, NNREG_PHASE_SAMPLES);
  nnreg_work_wait(own);
}

/* ------------------------------------------------------------------ Slice -- */

/* Stages the slice's first piece; false if its data are corrupt. */
static bool begin(const nnreg_work *own)
{
  nnreg_work_lap(own, NNREG_PHASE_CALL);
  nnreg_phase_fill(own, own->turn, &own->piece);
  nnreg_work_lap(own, NNREG_PHASE_SAMPLES);
  nnreg_work_wait(own);
  if (is_corrupt(own, own->turn)) {
    if (own->member->id == 0) own->trainer->corrupt = true;
    return false;
  }
  nnreg_phase_transpose(own, own->turn, &own->piece);
  nnreg_work_lap(own, NNREG_PHASE_SAMPLES);
  nnreg_work_wait(own);
  return true;
}

static void find_next(nnreg_work *own, size_t batch_size)
{
  size_t after = own->piece.pick.first + own->piece.pick.count;
  own->has_next = after < own->trainer->samples->num_rows;
  if (own->has_next) own->next = nnreg_piece_at(own->trainer, batch_size, after);
}

/* Does one piece; false if the slice ends with it. */
static bool do_piece(nnreg_work *own)
{
  if (own->piece.begins) begin_batch(own);
  go_forward(own);
  add_losses(own);
  if (fails(own)) return false;
  bool stops = own->trainer->stop && own->piece.ends;
  go_backward(own);
  if (own->piece.ends) end_batch(own);
  /* Every member comes to the same answer: no weight changes before the next barrier. */
  return own->has_next && !stops && !(own->piece.ends && nnreg_sparse_pays(own->trainer));
}

void nnreg_trainer_slice(void *context, const nnreg_member *member)
{
  nnreg_trainer *t = context;
  size_t batch_size = t->problem ? t->problem->batch_size : t->samples->num_rows;
  nnreg_work own = {.trainer = t,
                    .member = member,
                    .piece = nnreg_piece_at(t, batch_size, (size_t)t->state->position),
                    .watches = member->id == 0,
                    .portion = &t->portions[0],
                    .sums = t->span_sums,
                    .step = t->state->step,
                    .scratch = t->scratch + member->id * t->scratch_size};
  if (!begin(&own)) return;
  find_next(&own, batch_size);
  while (do_piece(&own)) {
    own.piece = own.next;
    own.turn = 1 - own.turn;
    find_next(&own, batch_size);
  }
}
