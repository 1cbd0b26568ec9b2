/* The memory that a training holds during a call.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine.h"

/* At least ITEMS in phases.c, and at least the portions of any plan. */
enum { MAX_SPANS = 8 };

static double mean_weight(const nnreg_samples *samples)
{
  const double *weights = samples->targets->weights;
  if (!weights) return 1;
  double sum = 0;
  for (size_t k = 0; k < samples->num_rows; k++) sum += weights[nnreg_row(samples, k)];
  return sum / (double)samples->num_rows;
}

static bool open_layer(nnreg_portion *portion, const nnreg_net *net, size_t l, size_t samples)
{
  const nnreg_layer *layer = &net->plan->layers[l];
  size_t count = layer->stride * samples;
  portion->values[l] = nnreg_alloc(count, sizeof(real));
  if (!portion->values[l]) return false;
  /* The padding between panels is never read, but products may touch its lines. */
  memset(portion->values[l], 0, count * sizeof(real));
  bool last = l + 1 == net->plan->num_layers;
  portion->deltas[l] = last ? portion->values[l] : nnreg_alloc(count, sizeof(real));
  if (!portion->deltas[l]) return false;
  if (!net->kernels->reads_inputs(layer->activation)) return true;
  portion->inputs[l] = nnreg_alloc(count, sizeof(real));
  return portion->inputs[l] != NULL;
}

static bool open_portion(nnreg_portion *portion, const nnreg_net *net, size_t samples,
                         bool gradient)
{
  if (gradient) {
    portion->gradient = nnreg_alloc(net->plan->num_parameters, sizeof(real));
    if (!portion->gradient) return false;
  }
  for (size_t l = 0; l < net->plan->num_layers; l++)
    if (!open_layer(portion, net, l, samples)) return false;
  return true;
}

static void close_portion(nnreg_portion *portion)
{
  nnreg_free(portion->gradient);
  for (size_t l = 0; l < NNREG_MAX_LAYERS; l++) {
    if (portion->deltas[l] != portion->values[l]) nnreg_free(portion->deltas[l]);
    nnreg_free(portion->values[l]);
    nnreg_free(portion->inputs[l]);
  }
  for (int i = 0; i < 2; i++) nnreg_stage_close(&portion->stages[i]);
}

nnreg_flow nnreg_portion_flow(const nnreg_portion *portion, size_t l, size_t turn)
{
  return (nnreg_flow){.layer = l,
                      .stage = &portion->stages[turn],
                      .below = l > 0 ? portion->values[l - 1] : NULL,
                      .inputs = portion->inputs[l],
                      .outputs = portion->values[l]};
}

static size_t portion_samples(const nnreg_trainer *t)
{
  /* NOLINTNEXTLINE(clang-analyzer-core.DivideZero): there is at least one portion */
  return (t->piece_samples + t->num_portions - 1) / t->num_portions;
}

static bool open_portions(nnreg_trainer *t, bool gradient)
{
  t->portions = nnreg_alloc(t->num_portions, sizeof *t->portions);
  if (!t->portions) return false;
  memset(t->portions, 0, t->num_portions * sizeof *t->portions);
  for (size_t p = 0; p < t->num_portions; p++)
    if (!open_portion(&t->portions[p], &t->net, portion_samples(t), gradient)) return false;
  return true;
}

static bool allocate(nnreg_trainer *t, size_t batch_size, bool update)
{
  size_t count = t->plan.num_parameters;
  t->scratch_size = (nnreg_update_scratch(&t->net) + 15) / 16 * 16;
  t->scratch = nnreg_alloc(t->scratch_size * t->num_threads, sizeof(real));
  t->order = nnreg_alloc(t->samples->num_rows, sizeof *t->order);
  t->span_sums = nnreg_alloc(MAX_SPANS, sizeof *t->span_sums);
  if (!t->scratch || !t->order || !t->span_sums) return false;
  if (update) {
    t->m = nnreg_alloc(count, sizeof(real));
    t->v = nnreg_alloc(count, sizeof(real));
    if (!t->m || !t->v) return false;
  }
  return open_portions(t, !update || batch_size > t->piece_samples || t->num_portions > 1);
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

nnreg_status nnreg_trainer_open(nnreg_trainer *t, const nnreg_setup *setup, nnreg_message *why)
{
  const nnreg_samples *samples = setup->samples;
  size_t batch_size = least(setup->batch_size, samples->num_rows);
  *t = (nnreg_trainer){
      .samples = samples, .mean_weight = mean_weight(samples), .deadline = INFINITY};
  nnreg_plan_make(&t->plan, setup->model.network, samples->data, batch_size,
                  nnreg_kernels_select()->dense_panel);
  t->num_portions = setup->update ? t->plan.portions : 1;
  t->num_threads = nnreg_blas_threads(setup->blas, setup->num_threads);
  if (t->plan.small) t->num_threads = least(t->num_threads, t->num_portions);
  t->piece_samples = least(t->plan.piece_samples, batch_size);
  nnreg_status status =
      nnreg_net_open(&t->net, setup->blas, &t->plan, samples->data, setup->model.theta, why);
  if (status == NNREG_OK && !allocate(t, batch_size, setup->update))
    status = nnreg_no_memory(why, "the training");
  if (status != NNREG_OK) nnreg_trainer_close(t);
  return status;
}

void nnreg_trainer_close(nnreg_trainer *t)
{
  nnreg_net_close(&t->net);
  nnreg_free(t->m);
  nnreg_free(t->v);
  for (int i = 0; i < 2; i++) nnreg_free(t->squares[i]);
  nnreg_free(t->reach);
  for (size_t p = 0; t->portions && p < t->num_portions; p++) close_portion(&t->portions[p]);
  nnreg_free(t->portions);
  nnreg_free(t->scratch);
  nnreg_free(t->order);
  nnreg_free(t->span_sums);
}

/* The last batch may have too few samples for all portions. */
size_t nnreg_portions_of(const nnreg_trainer *t, const nnreg_piece *piece)
{
  return least(t->num_portions, piece->pick.count);
}

nnreg_piece nnreg_portion_piece(const nnreg_trainer *t, const nnreg_piece *piece, size_t p)
{
  size_t portions = nnreg_portions_of(t, piece), count = piece->pick.count;
  size_t from = count * p / portions, to = count * (p + 1) / portions;
  nnreg_piece part = *piece;
  part.pick.first += from;
  part.pick.count = to - from;
  if (t->num_portions > 1) part.ends = false; /* its gradient waits for the others' */
  return part;
}

/* The non-zeros of the portion of the piece that has most. */
static size_t most_entries(const nnreg_trainer *t, const nnreg_piece *piece)
{
  size_t most = 0;
  for (size_t p = 0; p < nnreg_portions_of(t, piece); p++) {
    nnreg_piece part = nnreg_portion_piece(t, piece, p);
    size_t count = nnreg_pick_entries(&part.pick);
    most = count > most ? count : most;
  }
  return most;
}

void nnreg_trainer_reset_order(nnreg_trainer *t)
{
  for (size_t k = 0; k < t->samples->num_rows; k++)
    t->order[k] = (uint32_t)nnreg_row(t->samples, k);
}

nnreg_status nnreg_trainer_reserve(nnreg_trainer *t, size_t batch_size, nnreg_message *why)
{
  size_t entries = 0, total = t->samples->num_rows;
  nnreg_status status = NNREG_OK;
  for (size_t at = 0; t->plan.compressed && at < total;) {
    nnreg_piece piece = nnreg_piece_at(t, batch_size, at);
    size_t needed = most_entries(t, &piece);
    entries = needed > entries ? needed : entries;
    at += piece.pick.count;
  }
  bool by_input = t->plan.compressed || t->net.kernels->dense_panel > 0;
  const nnreg_stage *present = &t->portions[0].stages[0];
  if (present->capacity && entries <= present->entries) return NNREG_OK;
  if (entries <= UINT32_MAX - UINT32_MAX / 8)
    entries += entries / 8; /* the next epoch's order needs a little more or less */
  for (size_t i = 0; i < 2 * t->num_portions && status == NNREG_OK; i++) {
    nnreg_stage *stage = &t->portions[i / 2].stages[i % 2];
    nnreg_stage_close(stage);
    status = nnreg_stage_open(stage, t->samples->data, portion_samples(t), entries, by_input, why);
  }
  return status;
}
