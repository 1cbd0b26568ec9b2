/* The memory that a training holds during a call.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine.h"

enum { MAX_SPANS = 8 };

static double mean_weight(const nnreg_samples *samples)
{
  const double *weights = samples->targets->weights;
  if (!weights) return 1;
  double sum = 0;
  for (size_t k = 0; k < samples->num_rows; k++)
    sum += weights[samples->rows ? samples->rows[k] : k];
  return sum / (double)samples->num_rows;
}

static size_t shard_samples(const nnreg_trainer *t)
{
  return (t->chunk + t->num_shards - 1) / t->num_shards;
}

static bool allocate_shards(nnreg_trainer *t, bool gradient)
{
  t->shards = nnreg_alloc(t->num_shards, sizeof *t->shards);
  if (!t->shards) return false;
  memset(t->shards, 0, t->num_shards * sizeof *t->shards);
  for (size_t s = 0; s < t->num_shards; s++)
    if (!nnreg_shard_open(&t->shards[s], &t->plan, shard_samples(t), gradient)) return false;
  return true;
}

static bool allocate(nnreg_trainer *t, size_t batch_size, bool update)
{
  size_t count = t->plan.num_parameters;
  t->scratch_size = (nnreg_update_scratch(&t->plan) + 15) / 16 * 16;
  t->scratch = nnreg_alloc(t->scratch_size * t->num_threads, sizeof(real));
  t->order = nnreg_alloc(t->samples->num_rows, sizeof *t->order);
  t->span_sums = nnreg_alloc(MAX_SPANS, sizeof *t->span_sums);
  if (!t->scratch || !t->order || !t->span_sums) return false;
  if (update) {
    t->m = nnreg_alloc(count, sizeof(real));
    t->v = nnreg_alloc(count, sizeof(real));
    if (!t->m || !t->v) return false;
  }
  return allocate_shards(t, !update || batch_size > t->chunk || t->num_shards > 1);
}

nnreg_status nnreg_trainer_groups(nnreg_trainer *t, nnreg_message *why)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  for (int i = 0; i < 2; i++) {
    t->squares[i] = nnreg_alloc(layer->inputs * layer->num_panels, sizeof(real));
    if (!t->squares[i]) return nnreg_no_memory(why, "the training");
  }
  nnreg_sum_groups(t);
  return NNREG_OK;
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

nnreg_status nnreg_trainer_open(nnreg_trainer *t, const nnreg_blas *blas,
                                const nnreg_network *network, const nnreg_samples *samples,
                                size_t batch_size, bool update, size_t num_threads,
                                const real *theta, nnreg_message *why)
{
  *t = (nnreg_trainer){
      .samples = samples, .mean_weight = mean_weight(samples), .deadline = INFINITY};
  batch_size = least(batch_size, samples->num_rows);
  nnreg_plan_make(&t->plan, network, samples->data, batch_size);
  t->num_shards = update ? t->plan.shards : 1;
  t->num_threads = nnreg_blas_threads(blas, num_threads);
  if (t->plan.small) t->num_threads = least(t->num_threads, t->num_shards);
  t->chunk = least(t->plan.chunk, batch_size);
  nnreg_status status = nnreg_net_open(&t->net, blas, &t->plan, samples->data, theta, why);
  if (status == NNREG_OK && !allocate(t, batch_size, update))
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
  for (size_t s = 0; t->shards && s < t->num_shards; s++) nnreg_shard_close(&t->shards[s]);
  nnreg_free(t->shards);
  nnreg_free(t->scratch);
  nnreg_free(t->order);
  nnreg_free(t->span_sums);
}

/* The most non-zeros that a shard of the piece has. */
static size_t piece_entries(const nnreg_trainer *t, const nnreg_piece *piece)
{
  size_t most = 0;
  for (size_t s = 0; s < nnreg_shards_of(t, piece); s++) {
    nnreg_piece part = nnreg_shard_piece(t, piece, s);
    size_t sum = 0;
    for (size_t k = 0; k < part.pick.count; k++)
      sum += nnreg_sample_entries(part.pick.data, nnreg_pick_row(&part.pick, k));
    most = sum > most ? sum : most;
  }
  return most;
}

void nnreg_trainer_reset_order(nnreg_trainer *t)
{
  const nnreg_samples *samples = t->samples;
  for (size_t k = 0; k < samples->num_rows; k++)
    t->order[k] = samples->rows ? samples->rows[k] : (uint32_t)k;
}

nnreg_status nnreg_trainer_reserve(nnreg_trainer *t, size_t batch_size, nnreg_message *why)
{
  size_t entries = 0, total = t->samples->num_rows;
  nnreg_status status = NNREG_OK;
  for (size_t at = 0; t->plan.compressed && at < total;) {
    nnreg_piece piece = nnreg_piece_at(t, batch_size, at);
    size_t needed = piece_entries(t, &piece);
    entries = needed > entries ? needed : entries;
    at += piece.pick.count;
  }
  if (t->shards[0].batches[0].capacity && entries <= t->shards[0].batches[0].entries)
    return NNREG_OK;
  if (entries <= UINT32_MAX - UINT32_MAX / 8)
    entries += entries / 8; /* the next epoch's order needs a little more or less */
  for (size_t i = 0; i < 2 * t->num_shards && status == NNREG_OK; i++) {
    nnreg_batch *batch = &t->shards[i / 2].batches[i % 2];
    nnreg_batch_close(batch);
    status = nnreg_batch_open(batch, t->samples->data, shard_samples(t), entries, true, why);
  }
  return status;
}
