/* A panel's gradient, and Adam's step with it.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "work.h"

/* An input whose weights have a smaller norm counts as gone. */
static const double SMALLEST_NORM = 1e-12;

/* Inputs of a strip, whose weights, moments and gradient should stay in the first- or second-level
 * cache; OpenBLAS wants many. */
enum { BLAS_STRIP = 256, DENSE_STRIP = 8 * NNREG_SEXTET, COMPRESSED_STRIP = 64 };

static size_t strip_inputs(const nnreg_net *net, size_t layer)
{
  if (layer == 0 && net->plan->compressed) return COMPRESSED_STRIP;
  return net->kernels->dense_panel ? DENSE_STRIP : BLAS_STRIP;
}

size_t nnreg_update_scratch(const nnreg_net *net)
{
  size_t most = 0;
  for (size_t l = 0; l < net->plan->num_layers; l++) {
    size_t count = net->plan->layers[l].panel * (strip_inputs(net, l) + 1);
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
  bool by_input;               /* the step differs from input to input          */
  real *squares;               /* (inputs) of the panel after the step: see group_squares */
  const real *delta;           /* (units x samples)                             */
  const real *delta_sums;      /* (units) for the shift, or NULL                */
  nnreg_factor inputs;         /* (inputs x samples); values NULL: compressed   */
  real *kept;                  /* (P) where the gradient is kept, or NULL       */
  bool add;                    /* to what is kept                               */
  real *scratch;
} panel_job;

/* The sums of squares of the first layer's weights after so many steps, (inputs x panels). */
static real *group_squares(const nnreg_trainer *t, double steps)
{
  return t->squares[fmod(steps, 2) != 0];
}

static panel_job panel_of(const nnreg_work *own, size_t layer, size_t panel)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_layer *here = &t->plan.layers[layer];
  bool groups = layer == 0 && t->squares[0];
  bool factors = layer == 0 && t->problem && t->problem->penalty->factors;
  return (panel_job){.trainer = t,
                     .layer = here,
                     .panel = panel,
                     .units = nnreg_panel_units(here, panel),
                     .offset = nnreg_panel_offset(here, panel),
                     .by_input = groups || factors,
                     .squares = groups ? group_squares(t, own->step) + panel * here->inputs : NULL};
}

static void add_shift(const panel_job *job, size_t from, size_t to, real *g)
{
  for (size_t j = from; j < to; j++, g += job->units) {
    real shift = (real)job->trainer->net.data->shift[j];
    for (size_t u = 0; u < job->units; u++) g[u] -= shift * job->delta_sums[u];
  }
}

/* What Adam's step works on from input `from` on; NULL if there is no step. */
static const nnreg_soon *soon_at(const panel_job *job, size_t from, nnreg_soon *room)
{
  const nnreg_trainer *t = job->trainer;
  size_t at = job->offset + from * job->units;
  if (!job->steps) return NULL;
  *room = (nnreg_soon){{t->net.theta + at, t->m + at, t->v + at}};
  return room;
}

/* Adds the gradient of full inputs from .. to - 1 to g, or replaces it. */
static void dense_gradient(const panel_job *job, size_t from, size_t to, real *g)
{
  const nnreg_net *net = &job->trainer->net;
  const nnreg_stage *stage = job->stage;
  nnreg_factor x = job->inputs;
  x.values += from;
  if (net->kernels->dense_panel) {
    bool first = job->layer == net->plan->layers;
    nnreg_sextets all = {.values = x.values, .stride = NNREG_SEXTET, .step = x.stride};
    nnreg_soon room;
    const nnreg_soon *soon = soon_at(job, from, &room);
    if (first) all = nnreg_stage_sextets(stage, from);
    net->kernels->dense_gradient(job->units, to - from, stage->num_samples, job->delta,
                                 job->layer->stride, &all, soon, job->add, g);
    return;
  }
  nnreg_product product = {.m = job->units,
                           .n = to - from,
                           .k = stage->num_samples,
                           .a = {.values = job->delta, .stride = job->layer->stride},
                           .b = x,
                           .beta = job->add ? 1 : 0};
  nnreg_gemm(net->blas, &product, g, job->units);
}

/* The gradient of inputs from .. to - 1; returns its place. */
static real *strip_gradient(const panel_job *job, size_t from, size_t to)
{
  const nnreg_net *net = &job->trainer->net;
  const nnreg_stage *stage = job->stage;
  size_t count = (to - from) * job->units;
  real *kept = job->kept ? job->kept + job->offset + from * job->units : job->scratch;
  if (job->inputs.values) {
    dense_gradient(job, from, to, kept);
    return kept;
  }
  real *g = job->add ? job->scratch : kept;
  nnreg_entries x = {stage->input_starts + from, stage->samples, stage->input_values};
  nnreg_soon room;
  const nnreg_soon *soon = soon_at(job, from, &room);
  net->kernels->sparse_gradient(job->units, to - from, job->delta, job->layer->stride, &x, soon, g);
  if (job->delta_sums) add_shift(job, from, to, g);
  for (size_t i = 0; job->add && i < count; i++) kept[i] += g[i];
  return kept;
}

nnreg_status nnreg_trainer_groups(nnreg_trainer *t, nnreg_message *why)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  for (int i = 0; i < 2; i++) {
    t->squares[i] = nnreg_alloc(layer->inputs * layer->num_panels, sizeof(real));
    if (!t->squares[i]) return nnreg_no_memory(why, "the training");
  }
  t->reach = nnreg_alloc(layer->inputs, sizeof *t->reach);
  if (!t->reach) return nnreg_no_memory(why, "the training");
  for (size_t j = 0; j < layer->inputs; j++) t->reach[j] = (real)INFINITY;
  real *squares = group_squares(t, t->state->step);
  for (size_t q = 0; q < layer->num_panels; q++) {
    size_t units = nnreg_panel_units(layer, q);
    const real *w = t->net.theta + nnreg_panel_offset(layer, q);
    for (size_t j = 0; j < layer->inputs; j++)
      squares[q * layer->inputs + j] = t->net.kernels->sum_squares(units, w + j * units);
  }
  return NNREG_OK;
}

/* A group's norm before this batch's step, divided by its weight; 0 if it counts as gone. */
static double reach_of(const nnreg_work *own, const nnreg_penalty *penalty, size_t g)
{
  const nnreg_layer *layer = &own->trainer->plan.layers[0];
  const real *squares = group_squares(own->trainer, own->step - 1);
  nnreg_range members = nnreg_group_members(penalty, g);
  double sum = 0, weight = nnreg_group_weight(penalty, g);
  if (weight == 0 || isinf(weight)) return INFINITY;
  for (size_t i = members.first; i < members.first + members.count; i++)
    for (size_t q = 0; q < layer->num_panels; q++)
      sum += (double)squares[q * layer->inputs + nnreg_group_input(penalty, i)];
  return sqrt(sum) > SMALLEST_NORM ? sqrt(sum) / weight : 0;
}

void nnreg_measure_groups(const nnreg_work *own)
{
  const nnreg_penalty *penalty = own->trainer->problem->penalty;
  size_t count = nnreg_num_groups(penalty, own->trainer->plan.layers[0].inputs), first, last;
  nnreg_team_share(own->member, count, &first, &last);
  for (size_t g = first; g < last; g++) {
    nnreg_range members = nnreg_group_members(penalty, g);
    real reach = (real)reach_of(own, penalty, g);
    for (size_t i = members.first; i < members.first + members.count; i++)
      own->trainer->reach[nnreg_group_input(penalty, i)] = reach;
  }
}

/* Adam's step for theta[at .. at + count - 1]. */
static void apply(const nnreg_trainer *t, const nnreg_step *step, const real *g, size_t at,
                  size_t count)
{
  t->net.kernels->adam(count, step, g, t->net.theta + at, t->m + at, t->v + at);
}

/* The step of an input's weights with its penalty factor. Decay cannot pass 0. */
static void multiply_step(nnreg_step *step, double factor)
{
  double kept = 1 - factor * (1 - (double)step->keep);
  step->ridge *= (real)factor;
  step->sign_slope *= (real)factor;
  step->threshold *= (real)factor;
  step->keep = (real)fmax(kept, 0);
}

/* Adam's step, with the penalty of each input: its factor, and the group penalty's pull. The pull
 * needs the norm after the step. The norm before the step is used in its place: over the batches
 * this is a fixed-point iteration for the proximal map. */
static void apply_by_input(const panel_job *job, const real *g, size_t from, size_t to)
{
  const nnreg_trainer *t = job->trainer;
  const nnreg_penalty *penalty = t->problem->penalty;
  for (size_t j = from; j < to; j++, g += job->units) {
    size_t at = job->offset + j * job->units;
    nnreg_step own = job->steps[0];
    double factor = nnreg_factor_of(penalty, 0, j);
    if (isinf(factor)) continue;
    if (factor != 1) multiply_step(&own, factor);
    if (job->squares) own.pull = t->reach[j] > 0 ? own.pull / t->reach[j] : (real)INFINITY;
    apply(t, &own, g, at, job->units);
    if (job->squares) job->squares[j] = t->net.kernels->sum_squares(job->units, t->net.theta + at);
  }
}

/* The step of weights of inputs from .. to - 1, with their gradient. */
static void step_weights(const panel_job *job, const real *g, size_t from, size_t to)
{
  if (job->by_input)
    apply_by_input(job, g, from, to);
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
  if (job->steps && nnreg_biases_move(job->trainer, job->layer))
    apply(job->trainer, &job->steps[1], g, at, job->units);
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
  job->inputs.stride = layer > 0 ? t->plan.layers[layer - 1].stride : job->stage->stride;
  job->kept = portion->gradient;
  job->add = !own->piece.begins;
  job->scratch = own->scratch;
}

void nnreg_update_panel(const nnreg_work *own, size_t layer, size_t panel, size_t from, size_t to)
{
  const nnreg_net *net = &own->trainer->net;
  panel_job job = panel_of(own, layer, panel);
  take_piece(&job, own, layer);
  bool shifted = layer == 0 && nnreg_is_shifted(net->data);
  size_t strip = strip_inputs(net, layer);
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
      panel_job job = panel_of(own, l, q);
      job.steps = own->steps[l];
      size_t from = job.offset + first * job.units, to = job.offset + last * job.units;
      step_weights(&job, add_gradients(own, from, to), first, last);
    }
    if (part != l % NNREG_UPDATE_PARTS || !nnreg_biases_move(t, layer)) continue;
    const real *g = add_gradients(own, layer->bias, layer->bias + layer->outputs);
    apply(t, &own->steps[l][1], g, layer->bias, layer->outputs);
  }
}
