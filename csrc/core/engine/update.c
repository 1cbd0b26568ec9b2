/* A panel's gradient, and Adam's step with it.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "work.h"

/* An input whose weights have a smaller norm counts as gone. */
static const double SMALLEST_NORM = 1e-12;

/* Inputs of a strip, whose weights, moments and gradient should stay in the first- or second-level
 * cache. */
enum { DENSE_STRIP = 256, COMPRESSED_STRIP = 64 };

static size_t strip_inputs(const nnreg_plan *plan, size_t layer)
{
  return layer == 0 && plan->compressed ? COMPRESSED_STRIP : DENSE_STRIP;
}

size_t nnreg_update_scratch(const nnreg_plan *plan)
{
  size_t most = 0;
  for (size_t l = 0; l < plan->num_layers; l++) {
    size_t count = plan->layers[l].panel * (strip_inputs(plan, l) + 1);
    most = count > most ? count : most;
  }
  return most;
}

/* What one panel's update works on. */
typedef struct {
  const nnreg_trainer *trainer;
  const nnreg_stage *stage;
  const nnreg_layer *layer;
  size_t panel, units, offset; /* of the panel's weights                        */
  const nnreg_step *steps;     /* the weights' step, the biases', or NULL: none */
  bool groups;                 /* the step pulls on groups of weights           */
  const real *delta;           /* (units x samples)                             */
  const real *delta_sums;      /* (units) for the shift, or NULL                */
  nnreg_factor inputs;         /* (inputs x samples); values NULL: compressed   */
  real *kept;                  /* (P) where the gradient is kept, or NULL       */
  bool add;                    /* to what is kept                               */
  real *scratch;
} panel_job;

static panel_job panel_of(const nnreg_trainer *t, size_t layer, size_t panel)
{
  const nnreg_layer *here = &t->plan.layers[layer];
  return (panel_job){.trainer = t,
                     .layer = here,
                     .panel = panel,
                     .units = nnreg_panel_units(here, panel),
                     .offset = nnreg_panel_offset(here, panel),
                     .groups = layer == 0 && t->squares[0]};
}

static void add_shift(const panel_job *job, size_t from, size_t to, real *g)
{
  for (size_t j = from; j < to; j++, g += job->units) {
    real shift = (real)job->trainer->net.data->shift[j];
    for (size_t u = 0; u < job->units; u++) g[u] -= shift * job->delta_sums[u];
  }
}

/* The gradient of inputs from .. to - 1; returns its place. */
static real *strip_gradient(const panel_job *job, size_t from, size_t to)
{
  const nnreg_net *net = &job->trainer->net;
  const nnreg_stage *stage = job->stage;
  size_t count = (to - from) * job->units;
  real *kept = job->kept ? job->kept + job->offset + from * job->units : job->scratch;
  if (job->inputs.values) {
    nnreg_factor x = job->inputs;
    x.values += from;
    nnreg_product product = {.m = job->units,
                             .n = to - from,
                             .k = stage->num_samples,
                             .a = {.values = job->delta, .stride = job->layer->stride},
                             .b = x,
                             .beta = job->add ? 1 : 0};
    nnreg_gemm(net->blas, &product, kept, job->units);
    return kept;
  }
  real *g = job->add ? job->scratch : kept;
  nnreg_entries x = {stage->input_starts + from, stage->samples, stage->input_values};
  net->kernels->sparse_gradient(job->units, to - from, job->delta, job->layer->stride, &x, g);
  if (job->delta_sums) add_shift(job, from, to, g);
  for (size_t i = 0; job->add && i < count; i++) kept[i] += g[i];
  return kept;
}

/* The groups' sums of squares before this batch's step, or after it. */
static real *group_squares(const nnreg_trainer *t, bool after)
{
  bool odd = fmod(t->state->step, 2) != 0;
  return t->squares[odd != after];
}

nnreg_status nnreg_trainer_groups(nnreg_trainer *t, nnreg_message *why)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  for (int i = 0; i < 2; i++) {
    t->squares[i] = nnreg_alloc(layer->inputs * layer->num_panels, sizeof(real));
    if (!t->squares[i]) return nnreg_no_memory(why, "the training");
  }
  real *squares = group_squares(t, false);
  for (size_t q = 0; q < layer->num_panels; q++) {
    size_t units = nnreg_panel_units(layer, q);
    const real *w = t->net.theta + nnreg_panel_offset(layer, q);
    for (size_t j = 0; j < layer->inputs; j++)
      squares[q * layer->inputs + j] = t->net.kernels->sum_squares(units, w + j * units);
  }
  return NNREG_OK;
}

/* The norm of an input's weights before this batch's step. */
static double group_norm(const nnreg_trainer *t, size_t input)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  const real *squares = group_squares(t, false);
  double sum = 0;
  for (size_t q = 0; q < layer->num_panels; q++) sum += (double)squares[q * layer->inputs + input];
  return sqrt(sum);
}

/* Adam's step for theta[at .. at + count - 1]. */
static void apply(const nnreg_trainer *t, const nnreg_step *step, const real *g, size_t at,
                  size_t count)
{
  t->net.kernels->adam(count, step, g, t->net.theta + at, t->m + at, t->v + at);
}

/* Adam's step, plus the group penalty's pull on the weights of each input. The pull needs the norm
 * after the step. The norm before the step is used in its place: over the batches this is a
 * fixed-point iteration for the proximal map. */
static void apply_groups(const panel_job *job, const real *g, size_t from, size_t to)
{
  const nnreg_trainer *t = job->trainer;
  real *after = group_squares(t, true) + job->panel * job->layer->inputs;
  for (size_t j = from; j < to; j++, g += job->units) {
    size_t at = job->offset + j * job->units;
    double norm = group_norm(t, j);
    nnreg_step own = job->steps[0];
    own.pull = norm > SMALLEST_NORM ? own.pull / (real)norm : (real)INFINITY;
    apply(t, &own, g, at, job->units);
    after[j] = t->net.kernels->sum_squares(job->units, t->net.theta + at);
  }
}

/* The step of weights of inputs from .. to - 1, with their gradient. */
static void step_weights(const panel_job *job, const real *g, size_t from, size_t to)
{
  if (job->groups)
    apply_groups(job, g, from, to);
  else
    apply(job->trainer, &job->steps[0], g, job->offset + from * job->units,
          (to - from) * job->units);
}

static void update_biases(const panel_job *job, const real *sums)
{
  size_t at = job->layer->bias + job->panel * job->layer->panel;
  const real *g = sums;
  if (job->kept) {
    real *kept = job->kept + at;
    for (size_t u = 0; u < job->units; u++) kept[u] = (job->add ? kept[u] : 0) + sums[u];
    g = kept;
  }
  if (job->steps) apply(job->trainer, &job->steps[1], g, at, job->units);
}

/* Gives the job the factors of its gradient, the piece's deltas and inputs, and its step. */
static void take_piece(panel_job *job, const nnreg_work *own, size_t layer)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_portion *portion = own->portion;
  job->stage = &portion->stages[own->turn];
  job->steps = own->piece.ends && t->problem ? own->steps[layer] : NULL;
  job->delta = portion->deltas[layer] + job->panel * job->layer->panel;
  job->inputs.transposed = true;
  job->inputs.values = layer > 0 ? portion->values[layer - 1] : job->stage->dense;
  job->inputs.stride = layer > 0 ? t->plan.layers[layer - 1].stride : job->layer->inputs;
  job->kept = portion->gradient;
  job->add = !own->piece.begins;
  job->scratch = own->scratch;
}

void nnreg_update_panel(const nnreg_work *own, size_t layer, size_t panel, size_t from, size_t to)
{
  const nnreg_net *net = &own->trainer->net;
  panel_job job = panel_of(own->trainer, layer, panel);
  take_piece(&job, own, layer);
  bool shifted = layer == 0 && nnreg_is_shifted(net->data);
  size_t strip = strip_inputs(net->plan, layer);
  real *sums = own->scratch + job.layer->panel * strip;
  if (from == 0 || shifted)
    net->kernels->row_sums(job.units, job.stage->num_samples, job.delta, job.layer->stride, sums);
  if (shifted) job.delta_sums = sums;
  for (size_t at = from; at < to; at += strip) {
    size_t end = at + strip < to ? at + strip : to;
    const real *g = strip_gradient(&job, at, end);
    if (job.steps) step_weights(&job, g, at, end);
  }
  if (from == 0) update_biases(&job, sums);
}

/* The sum of the portions' gradients from .. to - 1, in the first one's. */
static const real *add_gradients(const nnreg_work *own, size_t from, size_t to)
{
  const nnreg_trainer *t = own->trainer;
  real *sum = t->portions[0].gradient;
  for (size_t p = 1; p < nnreg_portions_of(t, &own->piece); p++) {
    const real *g = t->portions[p].gradient;
    for (size_t i = from; i < to; i++) sum[i] += g[i];
  }
  return sum + from;
}

void nnreg_update_from_portions(const nnreg_work *own, size_t part)
{
  const nnreg_trainer *t = own->trainer;
  for (size_t l = 0; l < t->plan.num_layers; l++) {
    const nnreg_layer *layer = &t->plan.layers[l];
    size_t first = layer->inputs * part / NNREG_UPDATE_PARTS;
    size_t last = layer->inputs * (part + 1) / NNREG_UPDATE_PARTS;
    for (size_t q = 0; q < layer->num_panels; q++) {
      panel_job job = panel_of(t, l, q);
      job.steps = own->steps[l];
      size_t from = job.offset + first * job.units, to = job.offset + last * job.units;
      step_weights(&job, add_gradients(own, from, to), first, last);
    }
    if (part != l % NNREG_UPDATE_PARTS) continue;
    const real *g = add_gradients(own, layer->bias, layer->bias + layer->outputs);
    apply(t, &own->steps[l][1], g, layer->bias, layer->outputs);
  }
}
