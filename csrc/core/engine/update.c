/* The weight gradient of a panel, handed straight to Adam.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine.h"
#include "gemm.h"

/* An input whose weights are as small as this is gone. */
static const double SMALLEST_NORM = 1e-12;

/* Inputs whose gradient is in flight at a time: weights, moments and gradient of a tile
 * should stay in the first- or second-level cache. */
enum { DENSE_TILE = 256, COMPRESSED_TILE = 64 };

static size_t tile_inputs(const nnreg_plan *plan, size_t layer)
{
  return layer == 0 && plan->compressed ? COMPRESSED_TILE : DENSE_TILE;
}

size_t nnreg_update_scratch(const nnreg_plan *plan)
{
  size_t most = 0;
  for (size_t l = 0; l < plan->num_layers; l++) {
    size_t count = plan->layers[l].panel * (tile_inputs(plan, l) + 1);
    most = count > most ? count : most;
  }
  return most;
}

/* What one panel's update works on. */
typedef struct {
  const nnreg_layer *layer;
  size_t units, offset;   /* of the panel's weights                      */
  const real *delta;      /* (units x samples)                           */
  const real *delta_sums; /* (units) or NULL: for the shift              */
  const real *inputs;     /* (inputs x samples), or NULL: compressed     */
  size_t in_stride;
  real *kept; /* (P) where the gradient is kept, or NULL     */
  bool add;   /* to what is kept                             */
} panel_job;

static void add_shift(const nnreg_trainer *trainer, const panel_job *job, size_t from, size_t to,
                      real *g)
{
  for (size_t j = from; j < to; j++, g += job->units) {
    real shift = (real)trainer->net.data->shift[j];
    for (size_t u = 0; u < job->units; u++) g[u] -= shift * job->delta_sums[u];
  }
}

/* The tile's gradient; returns where it lies. */
static real *tile_gradient(const nnreg_trainer *trainer, const panel_job *job,
                           const nnreg_batch *batch, size_t from, size_t to, real *scratch)
{
  size_t count = (to - from) * job->units;
  real *kept = job->kept ? job->kept + job->offset + from * job->units : scratch;
  if (job->inputs) {
    GEMM(trainer->net.blas, NNREG_PLAIN, NNREG_TRANSPOSED, job->units, to - from,
         batch->num_samples, job->delta, job->layer->stride, job->inputs + from, job->in_stride,
         job->add ? 1 : 0, kept, job->units);
    return kept;
  }
  real *g = job->add ? scratch : kept;
  trainer->net.kernels->sparse_gradient(job->units, to - from, job->delta, job->layer->stride,
                                        batch->input_starts + from, batch->samples,
                                        batch->input_values, g);
  if (job->delta_sums) add_shift(trainer, job, from, to, g);
  for (size_t i = 0; job->add && i < count; i++) kept[i] += g[i];
  return kept;
}

/* Those before the batch at hand, or (after) those that it leaves. */
static real *group_squares(const nnreg_trainer *trainer, bool after)
{
  bool odd = fmod(trainer->state->step, 2) != 0;
  return trainer->squares[odd != after];
}

void nnreg_sum_groups(const nnreg_trainer *t)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  real *squares = group_squares(t, false);
  for (size_t q = 0; q < layer->num_panels; q++) {
    size_t units = nnreg_panel_units(layer, q);
    const real *w = t->net.theta + nnreg_panel_offset(layer, q);
    for (size_t j = 0; j < layer->inputs; j++)
      squares[q * layer->inputs + j] = t->net.kernels->sum_squares(units, w + j * units);
  }
}

/* The norm of an input's weights, as the last batch left them. */
static double group_norm(const nnreg_trainer *t, size_t input)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  const real *squares = group_squares(t, false);
  double sum = 0;
  for (size_t q = 0; q < layer->num_panels; q++) sum += (double)squares[q * layer->inputs + input];
  return sqrt(sum);
}

/* Adam's step for weights (units x inputs from .. to - 1), each input's pulled together to
 * zero. The norm before the step stands for the one after it, which the proximal map would
 * have to solve for: over the batches that is its fixed-point iteration. */
static void apply_groups(const nnreg_trainer *t, const nnreg_step *step, const real *g,
                         const panel_job *job, size_t panel, size_t from, size_t to)
{
  real *after = group_squares(t, true) + panel * job->layer->inputs;
  for (size_t j = from; j < to; j++, g += job->units) {
    size_t at = job->offset + j * job->units;
    double norm = group_norm(t, j);
    nnreg_step own = *step;
    own.pull = norm > SMALLEST_NORM ? step->pull / (real)norm : (real)INFINITY;
    t->net.kernels->adam(job->units, &own, g, t->net.theta + at, t->m + at, t->v + at);
    after[j] = t->net.kernels->sum_squares(job->units, t->net.theta + at);
  }
}

static void apply(const nnreg_trainer *trainer, const nnreg_step *step, const real *g, size_t at,
                  size_t count)
{
  trainer->net.kernels->adam(count, step, g, trainer->net.theta + at, trainer->m + at,
                             trainer->v + at);
}

static void update_biases(const nnreg_trainer *trainer, const panel_job *job, size_t panel,
                          const real *sums, const nnreg_step *step)
{
  size_t at = job->layer->bias + panel * job->layer->panel;
  const real *g = sums;
  if (job->kept) {
    real *kept = job->kept + at;
    for (size_t u = 0; u < job->units; u++) kept[u] = (job->add ? kept[u] : 0) + sums[u];
    g = kept;
  }
  if (step) apply(trainer, step, g, at, job->units);
}

void nnreg_update_panel(nnreg_trainer *trainer, nnreg_shard *shard, const nnreg_piece *piece,
                        const nnreg_step steps[2], size_t layer, size_t panel, size_t from,
                        size_t to, const nnreg_batch *batch, real *scratch)
{
  const nnreg_layer *here = &trainer->plan.layers[layer];
  bool last = piece->ends && steps;
  panel_job job = {.layer = here,
                   .units = nnreg_panel_units(here, panel),
                   .offset = nnreg_panel_offset(here, panel),
                   .delta = shard->deltas[layer] + panel * here->panel,
                   .inputs = layer > 0 ? shard->values[layer - 1] : batch->dense,
                   .in_stride = layer > 0 ? trainer->plan.layers[layer - 1].stride : here->inputs,
                   .kept = shard->gradient,
                   .add = !piece->begins};
  bool shifted = layer == 0 && nnreg_is_shifted(trainer->net.data);
  size_t tile = tile_inputs(&trainer->plan, layer);
  real *sums = scratch + here->panel * tile;
  if (from == 0 || shifted)
    trainer->net.kernels->row_sums(job.units, batch->num_samples, job.delta, here->stride, sums);
  if (shifted) job.delta_sums = sums;
  for (size_t at = from; at < to; at += tile) {
    size_t end = at + tile < to ? at + tile : to;
    const real *g = tile_gradient(trainer, &job, batch, at, end, scratch);
    if (last && layer == 0 && trainer->squares[0])
      apply_groups(trainer, &steps[0], g, &job, panel, at, end);
    else if (last)
      apply(trainer, &steps[0], g, job.offset + at * job.units, (end - at) * job.units);
  }
  if (from == 0) update_biases(trainer, &job, panel, sums, last ? &steps[1] : NULL);
}

/* The sum of the shards' gradients from .. to - 1, in the first one's. */
static const real *add_gradients(nnreg_trainer *trainer, size_t count, size_t from, size_t to)
{
  real *sum = trainer->shards[0].gradient;
  for (size_t s = 1; s < count; s++) {
    const real *g = trainer->shards[s].gradient;
    for (size_t i = from; i < to; i++) sum[i] += g[i];
  }
  return sum + from;
}

static void update_panel_part(nnreg_trainer *trainer, const nnreg_step *step, size_t count,
                              size_t layer, size_t panel, size_t part)
{
  const nnreg_layer *here = &trainer->plan.layers[layer];
  panel_job job = {.layer = here,
                   .units = nnreg_panel_units(here, panel),
                   .offset = nnreg_panel_offset(here, panel)};
  size_t first = here->inputs * part / NNREG_UPDATE_PARTS;
  size_t last = here->inputs * (part + 1) / NNREG_UPDATE_PARTS;
  size_t from = job.offset + first * job.units, to = job.offset + last * job.units;
  const real *g = add_gradients(trainer, count, from, to);
  if (layer == 0 && trainer->squares[0])
    apply_groups(trainer, step, g, &job, panel, first, last);
  else
    apply(trainer, step, g, from, to - from);
}

void nnreg_update_from_shards(nnreg_trainer *trainer, nnreg_step steps[][2], size_t count,
                              size_t part)
{
  for (size_t l = 0; l < trainer->plan.num_layers; l++) {
    const nnreg_layer *layer = &trainer->plan.layers[l];
    for (size_t q = 0; q < layer->num_panels; q++)
      update_panel_part(trainer, &steps[l][0], count, l, q, part);
    if (part != l % NNREG_UPDATE_PARTS) continue;
    size_t end = layer->bias + layer->outputs;
    const real *g = add_gradients(trainer, count, layer->bias, end);
    apply(trainer, &steps[l][1], g, layer->bias, layer->outputs);
  }
}
