/* Forward and backward through the network, piece by piece, by a team.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A piece takes these phases, with a barrier behind each:
 *   forward l   panels of each hidden layer l
 *   outputs     spans of samples: last layer, losses, their deltas; beside them the
 *               next piece's samples are taken out of the data
 *   back l      panels of hidden layer l: its deltas through the next layer's weights,
 *               then the update of just those weights (columns that nobody else reads)
 *   first       panels of the first layer: its update and at once, while the weights are
 *               in the cache, the next piece's forward 0; beside it the next transpose
 *
 * A small batch that is worth two threads goes by shards instead, with two barriers (and one
 * before them where the data have a shift to fold in):
 *   shards      a member takes a shard of the samples through all of the above, up to its
 *               gradient, alone; then the shard's next samples
 *   update      parts of the parameters: the sum of the shards' gradients, and Adam's step
 */
#include <math.h>

#include "phases.h"

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

/* The constants of the update at hand; see nnreg_step. */
static void set_steps(nnreg_work *own)
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

static void add(nnreg_sums *total, const nnreg_sums *more)
{
  total->loss += more->loss;
  total->metric += more->metric;
  total->weight += more->weight;
}

static nnreg_sums add_spans(const nnreg_trainer *t, const nnreg_piece *piece)
{
  nnreg_sums total = {0, 0, 0};
  size_t count = t->num_shards > 1 ? nnreg_shards_of(t, piece) : nnreg_output_spans(t, piece);
  for (size_t s = 0; s < count; s++) add(&total, &t->span_sums[s]);
  return total;
}

/* Member 0 keeps the books when a batch is complete. */
static void book(nnreg_work *own, const nnreg_sums *batch)
{
  nnreg_state *state = own->trainer->state;
  state->loss_sum += batch->loss;
  state->metric_sum += batch->metric;
  state->weight_sum += batch->weight;
  state->position += (double)own->piece.batch_count;
  state->step = own->step;
}

/* A shard's gradient, from its samples on. */
static void pass_shard(const nnreg_work *own, size_t s)
{
  nnreg_trainer *t = own->trainer;
  nnreg_member alone = {.size = 1};
  nnreg_work part = *own;
  part.member = &alone;
  part.shard = &t->shards[s];
  part.piece = nnreg_shard_piece(t, &own->piece, s);
  part.sums = &t->span_sums[s];
  for (size_t l = 0; l + 1 < t->plan.num_layers; l++) nnreg_phase_forward(&part, l);
  nnreg_work_lap(own, NNREG_PHASE_FORWARD);
  nnreg_phase_outputs(&part);
  nnreg_work_lap(own, NNREG_PHASE_LOSS);
  for (size_t l = t->plan.num_layers - 1; l-- > 0;) nnreg_phase_back(&part, l);
  nnreg_work_lap(own, NNREG_PHASE_BACKWARD);
  nnreg_phase_first(&part, NULL);
}

static void pass_shards(const nnreg_work *own)
{
  size_t first, last;
  nnreg_team_share(own->member, nnreg_shards_of(own->trainer, &own->piece), &first, &last);
  for (size_t s = first; s < last; s++) pass_shard(own, s);
}

static void pass_layers(const nnreg_work *own)
{
  const nnreg_trainer *t = own->trainer;
  for (size_t l = own->ahead; l + 1 < t->plan.num_layers; l++) {
    nnreg_phase_forward(own, l);
    nnreg_work_lap(own, NNREG_PHASE_FORWARD);
    nnreg_work_wait(own);
  }
  nnreg_phase_outputs(own);
  nnreg_work_lap(own, NNREG_PHASE_LOSS);
}

/* Phases forward and outputs, or all of the shards; the next piece is filled meanwhile. */
static void pass_forward(nnreg_work *own, const nnreg_piece *next)
{
  nnreg_trainer *t = own->trainer;
  if (nnreg_is_shifted(t->net.data) && !own->ahead) nnreg_phase_fold(own);
  if (t->num_shards > 1)
    pass_shards(own);
  else
    pass_layers(own);
  if (next) nnreg_phase_fill(own, 1 - own->turn, next);
  if (own->member->id == 0) {
    t->halted = nnreg_is_stopped(t->net.blas);
    t->stop = t->problem && (t->halted || nnreg_now() >= t->deadline);
  }
  nnreg_work_lap(own, NNREG_PHASE_SAMPLES);
  nnreg_work_wait(own);
}

static void update_from_shards(nnreg_work *own)
{
  nnreg_trainer *t = own->trainer;
  size_t shards = nnreg_shards_of(t, &own->piece), first, last;
  nnreg_team_share(own->member, NNREG_UPDATE_PARTS, &first, &last);
  for (size_t part = first; part < last; part++)
    nnreg_update_from_shards(t, own->steps, shards, part);
  nnreg_work_lap(own, NNREG_PHASE_UPDATE);
}

static void update_by_layers(nnreg_work *own, const nnreg_piece *next)
{
  nnreg_trainer *t = own->trainer;
  for (size_t l = t->plan.num_layers - 1; l-- > 0;) {
    nnreg_phase_back(own, l);
    nnreg_work_lap(own, NNREG_PHASE_BACKWARD);
    nnreg_work_wait(own);
  }
  own->ahead = next && own->piece.ends && !t->stop && nnreg_goes_ahead(t);
  nnreg_phase_first(own, own->ahead ? next : NULL);
}

static void pass_backward(nnreg_work *own, const nnreg_piece *next)
{
  if (own->trainer->num_shards > 1)
    update_from_shards(own);
  else
    update_by_layers(own, next);
  if (next) nnreg_phase_transpose(own, 1 - own->turn, next);
  nnreg_work_lap(own, NNREG_PHASE_SAMPLES);
  nnreg_work_wait(own);
}

/* Every member finds the same, since a barrier lies behind the batch's filling. */
static bool is_corrupt(const nnreg_work *own, size_t turn)
{
  bool corrupt = false;
  for (size_t s = 0; s < own->trainer->num_shards; s++)
    corrupt = corrupt || atomic_load(&own->trainer->shards[s].batches[turn].corrupt);
  if (corrupt && own->member->id == 0) own->trainer->corrupt = true;
  return corrupt;
}

/* Takes out the first piece of a slice. */
static bool begin(nnreg_work *own)
{
  nnreg_work_lap(own, NNREG_PHASE_CALL);
  nnreg_phase_fill(own, own->turn, &own->piece);
  nnreg_work_lap(own, NNREG_PHASE_SAMPLES);
  nnreg_work_wait(own);
  if (is_corrupt(own, own->turn)) return false;
  nnreg_phase_transpose(own, own->turn, &own->piece);
  nnreg_work_lap(own, NNREG_PHASE_SAMPLES);
  nnreg_work_wait(own);
  return true;
}

void nnreg_trainer_slice(void *context, const nnreg_member *member)
{
  nnreg_trainer *t = context;
  size_t total = t->samples->num_rows;
  size_t batch_size = t->problem ? t->problem->batch_size : total;
  nnreg_work own = {.trainer = t,
                    .member = member,
                    .piece = nnreg_piece_at(t, batch_size, (size_t)t->state->position),
                    .watches = member->id == 0,
                    .shard = &t->shards[0],
                    .sums = t->span_sums,
                    .step = t->state->step,
                    .scratch = t->scratch + member->id * t->scratch_size};
  nnreg_sums batch = {0, 0, 0};
  if (!begin(&own)) return;
  for (;;) {
    size_t after = own.piece.pick.first + own.piece.pick.count;
    bool more = after < total;
    nnreg_piece next = own.piece;
    if (more) next = nnreg_piece_at(t, batch_size, after);
    if (own.piece.begins) {
      batch = (nnreg_sums){0, 0, 0};
      own.step++;
      if (t->problem) set_steps(&own);
    }
    pass_forward(&own, more ? &next : NULL);
    nnreg_sums sums = add_spans(t, &own.piece);
    add(&batch, &sums);
    bool stop = t->stop && own.piece.ends;
    if (t->problem && !isfinite(batch.loss)) {
      if (member->id == 0) t->diverged = true;
      return;
    }
    if (more && is_corrupt(&own, 1 - own.turn)) return;
    if (t->halted && !own.piece.ends) { /* no weight of this batch has changed yet */
      if (member->id == 0) t->broken = true;
      return;
    }
    pass_backward(&own, more ? &next : NULL);
    if (own.piece.ends && member->id == 0) book(&own, &batch);
    if (!more || stop) return;
    own.piece = next;
    own.turn = 1 - own.turn;
  }
}
