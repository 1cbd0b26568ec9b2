/* Shards of a batch: where their samples are, and which they take.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

bool nnreg_shard_open(nnreg_shard *shard, const nnreg_plan *plan, size_t samples, bool gradient)
{
  if (gradient) {
    shard->gradient = nnreg_alloc(plan->num_parameters, sizeof(real));
    if (!shard->gradient) return false;
  }
  for (size_t l = 0; l < plan->num_layers; l++) {
    size_t count = plan->layers[l].stride * samples;
    shard->values[l] = nnreg_alloc(count, sizeof(real));
    if (!shard->values[l]) return false;
    /* The padding between panels is never read, but products may touch its lines. */
    memset(shard->values[l], 0, count * sizeof(real));
    shard->deltas[l] =
        l + 1 < plan->num_layers ? nnreg_alloc(count, sizeof(real)) : shard->values[l];
    if (!shard->deltas[l]) return false;
  }
  return true;
}

void nnreg_shard_close(nnreg_shard *shard)
{
  nnreg_free(shard->gradient);
  for (size_t l = 0; l < NNREG_MAX_LAYERS; l++) {
    if (shard->deltas[l] != shard->values[l]) nnreg_free(shard->deltas[l]);
    nnreg_free(shard->values[l]);
  }
  for (int i = 0; i < 2; i++) nnreg_batch_close(&shard->batches[i]);
}

/* The last batch may have too few samples for all shards. */
size_t nnreg_shards_of(const nnreg_trainer *trainer, const nnreg_piece *piece)
{
  size_t count = piece->pick.count;
  return trainer->num_shards < count ? trainer->num_shards : count;
}

nnreg_piece nnreg_shard_piece(const nnreg_trainer *trainer, const nnreg_piece *piece, size_t s)
{
  size_t shards = nnreg_shards_of(trainer, piece), count = piece->pick.count;
  size_t from = count * s / shards, to = count * (s + 1) / shards;
  nnreg_piece part = *piece;
  part.pick.first += from;
  part.pick.count = to - from;
  if (trainer->num_shards > 1) part.ends = false; /* its gradient waits for the others' */
  return part;
}
