/* A slice of a training that touches only weights that are not 0: slice.c for sparse networks.
 *
 * Values lie sample by sample in rows, one a unit: (width x units). So a weight multiplies a row
 * of many samples, and its gradient is the product of two rows. A batch is cut into lanes, whose
 * number depends on shapes and weights only, so any number of threads gives the same bits. It takes
 *   lanes    one thread takes a lane's samples, some at a time, forward and back, up to the
 *            lane's gradient
 *   parts    of the weights: the sum of the lanes' gradients, and Adam's step
 *   zeros    one thread takes weights that have become 0 out of the lists
 * with a barrier after each.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "sparse_net.h"

enum {
  SAMPLES = 128,              /* that go through the network together                        */
  STAGED = 32,                /* that are taken out of the packed data together              */
  WIDTH = 256 / sizeof(real), /* widths are multiples of it: of any kernel's band */
  LANE_SAMPLES = 64,
  LANE_WORK = 2000000, /* weights times samples of a batch from which lanes pay    */
  MAX_LANES = 8
};

/* Some samples on their way through the network. */
typedef struct {
  nnreg_stage stage;
  real *values[NNREG_MAX_LAYERS + 1]; /* (width x units) of layer l in l + 1; in 0 the live inputs,
                                         and a row that is not read, where all others go */
  real *inputs[NNREG_MAX_LAYERS];     /* as in nnreg_portion                         */
  real *deltas[NNREG_MAX_LAYERS];     /* (width x units); the last layer's are its values */
  real *outputs;                      /* (stride x SAMPLES) as nnreg_loss has them   */
  real *gradient[NNREG_MAX_LAYERS];   /* (weights, biases)                           */
  nnreg_sums sums;
  bool halted;
} lane;

typedef struct {
  nnreg_trainer *trainer;
  nnreg_sparse_net net;
  lane *lanes; /* (room) */
  size_t room, batch_size;
  real *ones;                            /* (SAMPLES) */
  nnreg_step steps[NNREG_MAX_LAYERS][2]; /* as in nnreg_work */
} slice;

/* A batch of the order. */
typedef struct {
  size_t first, count, lanes;
} batch;

/* ------------------------------------------------------------------ Lanes -- */

static size_t num_weights(const nnreg_sparse_net *net)
{
  size_t sum = 0;
  for (size_t l = 0; l < net->num_layers; l++) sum += nnreg_sparse_count(&net->layers[l]);
  return sum;
}

static size_t count_lanes(const nnreg_sparse_net *net, size_t samples)
{
  size_t most = samples / LANE_SAMPLES;
  most = most < MAX_LANES ? most : MAX_LANES;
  return most < 2 || num_weights(net) * samples < LANE_WORK ? 1 : most;
}

static bool open_values(lane *own, const slice *s)
{
  const nnreg_trainer *t = s->trainer;
  own->values[0] = nnreg_alloc((s->net.num_live + 1) * SAMPLES, sizeof(real));
  own->outputs = nnreg_alloc(nnreg_last_layer(&t->net)->stride * SAMPLES, sizeof(real));
  if (!own->values[0] || !own->outputs) return false;
  for (size_t l = 0; l < s->net.num_layers; l++) {
    const nnreg_layer *layer = &t->plan.layers[l];
    size_t weights = nnreg_sparse_count(&s->net.layers[l]), count = layer->outputs * SAMPLES;
    bool last = l + 1 == s->net.num_layers, reads = t->net.kernels->reads_inputs(layer->activation);
    own->values[l + 1] = nnreg_alloc(count, sizeof(real));
    own->deltas[l] = last ? own->values[l + 1] : nnreg_alloc(count, sizeof(real));
    own->inputs[l] = reads ? nnreg_alloc(count, sizeof(real)) : NULL;
    own->gradient[l] = nnreg_alloc(weights + layer->outputs, sizeof(real));
    if (!own->values[l + 1] || !own->deltas[l] || !own->gradient[l]) return false;
    if (reads && !own->inputs[l]) return false;
  }
  return true;
}

static void close_lane(lane *own)
{
  nnreg_stage_close(&own->stage);
  for (size_t l = 0; l < NNREG_MAX_LAYERS; l++) {
    if (own->deltas[l] != own->values[l + 1]) nnreg_free(own->deltas[l]);
    nnreg_free(own->inputs[l]);
    nnreg_free(own->gradient[l]);
  }
  for (size_t l = 0; l <= NNREG_MAX_LAYERS; l++) nnreg_free(own->values[l]);
  nnreg_free(own->outputs);
}

/* Room for the entries of any STAGED samples. */
static size_t staged_entries(const nnreg_trainer *t)
{
  size_t most = 0;
  for (size_t k = 0; t->plan.compressed && k < t->samples->num_rows; k++) {
    size_t count = nnreg_sample_entries(t->samples->data, t->order[k]);
    most = count > most ? count : most;
  }
  return most * STAGED;
}

static void close_slice(slice *s)
{
  for (size_t i = 0; s->lanes && i < s->room; i++) close_lane(&s->lanes[i]);
  nnreg_free(s->lanes);
  nnreg_free(s->ones);
  nnreg_sparse_close(&s->net);
}

static nnreg_status open_lanes(slice *s, nnreg_message *why)
{
  size_t entries = staged_entries(s->trainer);
  nnreg_status status = NNREG_OK;
  s->ones = nnreg_alloc(SAMPLES, sizeof(real));
  s->lanes = nnreg_alloc(s->room, sizeof *s->lanes);
  if (s->lanes) memset(s->lanes, 0, s->room * sizeof *s->lanes);
  if (!s->ones || !s->lanes) return nnreg_no_memory(why, "the training");
  for (size_t i = 0; i < SAMPLES; i++) s->ones[i] = 1;
  for (size_t i = 0; i < s->room && status == NNREG_OK; i++) {
    status = nnreg_stage_open(&s->lanes[i].stage, s->trainer->samples->data, STAGED, entries, false,
                              why);
    if (status == NNREG_OK && !open_values(&s->lanes[i], s))
      status = nnreg_no_memory(why, "the training");
  }
  return status;
}

static nnreg_status open_slice(slice *s, nnreg_trainer *t, nnreg_message *why)
{
  size_t total = t->samples->num_rows, most = t->problem->batch_size;
  *s = (slice){.trainer = t, .batch_size = most < total ? most : total};
  nnreg_status status = nnreg_sparse_open(&s->net, t, why);
  if (status != NNREG_OK) return status;
  s->room = count_lanes(&s->net, s->batch_size);
  status = open_lanes(s, why);
  if (status != NNREG_OK) close_slice(s);
  return status;
}

/* ---------------------------------------------------------------- Samples -- */

/* The rows of the live inputs of the staged samples, which are samples from .. of the width. */
static void spread_dense(const slice *s, lane *own, size_t from, size_t width)
{
  const nnreg_stage *stage = &own->stage;
  for (size_t k = 0; k < s->net.num_live; k++) {
    const real *x = stage->dense + s->net.live[k];
    real *to = own->values[0] + k * width + from;
    for (size_t i = 0; i < stage->num_samples; i++) to[i] = x[i * stage->stride];
  }
}

static void spread_compressed(const slice *s, lane *own, size_t from, size_t width)
{
  const nnreg_stage *stage = &own->stage;
  const double *shift = s->trainer->net.data->shift;
  real *x = own->values[0] + from;
  for (size_t i = 0; i < stage->num_samples; i++, x++)
    for (uint32_t e = stage->starts[i]; e < stage->starts[i + 1]; e++) {
      uint32_t input = stage->inputs[e];
      real value = shift ? stage->values[e] - (real)shift[input] : stage->values[e];
      x[s->net.row[input] * width] = value;
    }
}

/* Inputs of which no value is stored are 0, or less the shift of their column. */
static void clear_inputs(const slice *s, lane *own, size_t width)
{
  const double *shift = s->trainer->plan.compressed ? s->trainer->net.data->shift : NULL;
  real *x = own->values[0];
  if (!shift) {
    memset(x, 0, s->net.num_live * width * sizeof *x);
    return;
  }
  for (size_t k = 0; k < s->net.num_live; k++, x += width)
    for (size_t i = 0; i < width; i++) x[i] = -(real)shift[s->net.live[k]];
}

/* False if the packed data are corrupt. */
static bool load_inputs(const slice *s, lane *own, const nnreg_pick *pick, size_t width)
{
  clear_inputs(s, own, width);
  for (size_t from = 0; from < pick->count; from += STAGED) {
    nnreg_pick part = *pick;
    part.first += from;
    part.count = pick->count - from < STAGED ? pick->count - from : STAGED;
    nnreg_stage_fill(&own->stage, &part, 0, part.count);
    if (atomic_load(&own->stage.corrupt)) return false;
    (own->stage.dense ? spread_dense : spread_compressed)(s, own, from, width);
  }
  return true;
}

/* --------------------------------------------------------- Forward and back -- */

/* A layer's units as the kernels have them, with units and samples exchanged. */
static nnreg_units units_of(const nnreg_sparse_layer *layer, const lane *own, size_t l,
                            size_t width)
{
  return (nnreg_units){.activation = layer->layer->activation,
                       .units = width,
                       .samples = layer->layer->outputs,
                       .stride = width,
                       .inputs = own->inputs[l],
                       .outputs = own->values[l + 1]};
}

static void forward(const slice *s, lane *own, size_t l, size_t width)
{
  static const real NONE[SAMPLES] = {0};
  const nnreg_sparse_layer *layer = &s->net.layers[l];
  const nnreg_kernels *kernels = s->trainer->net.kernels;
  const real *bias = s->trainer->net.theta + layer->layer->bias;
  nnreg_units z = units_of(layer, own, l, width);
  nnreg_entries w = {layer->starts, layer->source, layer->w};
  /* The kernel's gradient is the same sum: here columns are units, and rows samples. */
  kernels->sparse_gradient(width, z.samples, own->values[l], width, &w, NULL, z.outputs);
  for (size_t u = 0; u < z.samples; u++)
    kernels->add(width, bias[u], s->ones, z.outputs + u * width);
  kernels->activate(&z, NONE);
}

/* Losses, and the deltas of the last layer in place of its values; those of the padding are 0. */
static void lose(const slice *s, lane *own, const nnreg_pick *pick, const batch *b, size_t width)
{
  const nnreg_trainer *t = s->trainer;
  const nnreg_layer *last = nnreg_last_layer(&t->net);
  real *z = own->values[s->net.num_layers];
  for (size_t i = 0; i < pick->count; i++)
    for (size_t u = 0; u < last->outputs; u++)
      own->outputs[i * last->stride + u] = z[u * width + i];
  nnreg_judged judged = {.net = &t->net,
                         .targets = t->samples->targets,
                         .pick = pick,
                         .outputs = own->outputs,
                         .scale = 1 / ((double)b->count * t->mean_weight)};
  nnreg_loss(&judged, 0, pick->count, &own->sums);
  for (size_t u = 0; u < last->outputs; u++, z += width) {
    for (size_t i = 0; i < pick->count; i++) z[i] = own->outputs[i * last->stride + u];
    for (size_t i = pick->count; i < width; i++) z[i] = 0;
  }
}

/* Adds the gradient of layer l's weights and biases to the lane's; begins: in its place. */
static void add_gradient(const slice *s, lane *own, size_t l, size_t width, bool begins)
{
  const nnreg_sparse_layer *layer = &s->net.layers[l];
  const nnreg_kernels *kernels = s->trainer->net.kernels;
  size_t units = layer->layer->outputs, count = nnreg_sparse_count(layer);
  real *g = own->gradient[l];
  if (begins) memset(g, 0, (count + units) * sizeof *g);
  for (size_t u = 0; u < units; u++) {
    const real *delta = own->deltas[l] + u * width;
    for (uint32_t e = layer->starts[u]; e < layer->starts[u + 1]; e++)
      g[e] += kernels->dot(width, own->values[l] + layer->source[e] * width, delta);
    g[count + u] += kernels->dot(width, s->ones, delta);
  }
}

/* Deltas of layer l, from those of the layer above. */
static void back(const slice *s, lane *own, size_t l, size_t width)
{
  const nnreg_sparse_layer *above = &s->net.layers[l + 1];
  const nnreg_kernels *kernels = s->trainer->net.kernels;
  nnreg_units z = units_of(&s->net.layers[l], own, l, width);
  nnreg_entries w = {above->below_starts, above->unit, above->by_input};
  kernels->sparse_gradient(width, z.samples, own->deltas[l + 1], width, &w, NULL, own->deltas[l]);
  kernels->derive(&z, own->deltas[l]);
}

static void lap(const slice *s, const nnreg_member *member, nnreg_phase phase)
{
  if (member->id == 0) nnreg_lap(&s->trainer->watch, phase);
}

/* At most SAMPLES of a lane; false if they cannot be had. */
static bool do_samples(const slice *s, lane *own, const nnreg_pick *pick, const batch *b,
                       const nnreg_member *member, bool begins)
{
  size_t layers = s->net.num_layers, width = (pick->count + WIDTH - 1) / WIDTH * WIDTH;
  if (!load_inputs(s, own, pick, width)) return false;
  lap(s, member, NNREG_PHASE_SAMPLES);
  for (size_t l = 0; l < layers; l++) forward(s, own, l, width);
  lap(s, member, NNREG_PHASE_FORWARD);
  lose(s, own, pick, b, width);
  lap(s, member, NNREG_PHASE_LOSS);
  for (size_t l = layers; l-- > 0;) {
    add_gradient(s, own, l, width, begins);
    if (l > 0) back(s, own, l - 1, width);
  }
  lap(s, member, NNREG_PHASE_BACKWARD);
  return true;
}

static void do_lane(slice *s, const batch *b, size_t number, const nnreg_member *member)
{
  nnreg_trainer *t = s->trainer;
  lane *own = &s->lanes[number];
  size_t first = b->count * number / b->lanes, end = b->count * (number + 1) / b->lanes;
  own->sums = (nnreg_sums){0, 0, 0};
  for (size_t at = first; at < end && !own->halted; at += SAMPLES) {
    nnreg_pick pick = {.data = t->samples->data,
                       .rows = t->order,
                       .first = b->first + at,
                       .count = end - at < SAMPLES ? end - at : SAMPLES};
    if (!do_samples(s, own, &pick, b, member, at == first)) return;
    own->halted = at + SAMPLES < end && nnreg_is_stopped(t->net.blas);
  }
}

/* ----------------------------------------------------------------- Update -- */

/* The sum of the lanes' gradients of layer l from .. to - 1, in the first one's. */
static real *add_lanes(const slice *s, const batch *b, size_t l, size_t from, size_t to)
{
  real *sum = s->lanes[0].gradient[l];
  for (size_t i = 1; i < b->lanes; i++) {
    const real *g = s->lanes[i].gradient[l];
    for (size_t e = from; e < to; e++) sum[e] += g[e];
  }
  return sum + from;
}

static void update_part(const slice *s, const batch *b, size_t part)
{
  nnreg_trainer *t = s->trainer;
  const nnreg_kernels *kernels = t->net.kernels;
  for (size_t l = 0; l < s->net.num_layers; l++) {
    const nnreg_sparse_layer *layer = &s->net.layers[l];
    size_t count = nnreg_sparse_count(layer), units = layer->layer->outputs;
    size_t from = count * part / b->lanes, to = count * (part + 1) / b->lanes;
    const real *g = add_lanes(s, b, l, from, to);
    kernels->adam(to - from, &s->steps[l][0], g, layer->w + from, layer->m + from, layer->v + from);
    if (part != l % b->lanes || !nnreg_biases_move(t, layer->layer)) continue;
    size_t bias = layer->layer->bias;
    g = add_lanes(s, b, l, count, count + units);
    kernels->adam(units, &s->steps[l][1], g, t->net.theta + bias, t->m + bias, t->v + bias);
  }
}

/* Whether the batch must be abandoned, before it changes a weight. Member 0 notes why. */
static bool fails(const slice *s, const batch *b, const nnreg_sums *sums,
                  const nnreg_member *member)
{
  nnreg_trainer *t = s->trainer;
  bool corrupt = false, halted = false, diverged = !isfinite(sums->loss);
  for (size_t i = 0; i < b->lanes; i++) {
    corrupt = corrupt || atomic_load(&s->lanes[i].stage.corrupt);
    halted = halted || s->lanes[i].halted;
  }
  if (member->id == 0) {
    t->corrupt = corrupt;
    t->broken = halted;
    t->diverged = diverged && !corrupt && !halted;
  }
  return corrupt || halted || diverged;
}

/* ------------------------------------------------------------------ Slice -- */

/* Member 0's part of the first phase: what the others need behind the barrier. */
static void prepare(slice *s)
{
  nnreg_trainer *t = s->trainer;
  nnreg_batch_steps(t, t->state->step + 1, s->steps);
  t->halted = nnreg_is_stopped(t->net.blas);
  t->stop = t->halted || nnreg_now() >= t->deadline;
}

static void do_batches(void *context, const nnreg_member *member)
{
  slice *s = context;
  nnreg_trainer *t = s->trainer;
  size_t total = t->samples->num_rows, first, last;
  batch b = {.first = (size_t)t->state->position};
  for (bool over = false; !over; b.first += b.count) {
    b.count = total - b.first < s->batch_size ? total - b.first : s->batch_size;
    b.lanes = count_lanes(&s->net, b.count);
    if (member->id == 0) prepare(s);
    nnreg_team_share(member, b.lanes, &first, &last);
    for (size_t i = first; i < last; i++) do_lane(s, &b, i, member);
    nnreg_team_wait(member);
    nnreg_sums sums = {0, 0, 0};
    for (size_t i = 0; i < b.lanes; i++) nnreg_add_sums(&sums, &s->lanes[i].sums);
    if (fails(s, &b, &sums, member)) return;
    over = t->stop || b.first + b.count == total;
    for (size_t i = first; i < last; i++) update_part(s, &b, i);
    nnreg_team_wait(member);
    if (member->id == 0) {
      nnreg_count_batch(t, &sums, b.count);
      nnreg_sparse_drop_zeros(&s->net);
      nnreg_sparse_copy_weights(&s->net);
    }
    lap(s, member, NNREG_PHASE_UPDATE);
    nnreg_team_wait(member);
  }
}

nnreg_status nnreg_sparse_slice(nnreg_trainer *t, nnreg_message *why)
{
  slice s;
  nnreg_status status = open_slice(&s, t, why);
  if (status != NNREG_OK) return status;
  nnreg_sparse_copy_weights(&s.net);
  nnreg_team_run(t->num_threads < s.room ? t->num_threads : s.room, do_batches, &s);
  nnreg_sparse_store(&s.net);
  close_slice(&s);
  return NNREG_OK;
}

/* -------------------------------------------------------------- When to use -- */

/* The share of X's values that are stored. */
static double density(const nnreg_trainer *t)
{
  const nnreg_samples *from = t->samples;
  nnreg_pick all = {.data = from->data, .rows = from->rows, .count = from->num_rows};
  if (!t->plan.compressed) return 1;
  return (double)nnreg_pick_entries(&all) / (double)all.count / (double)all.data->num_inputs;
}

/* Measured, so that a sample takes less than two thirds of the time: a share of the weights that
 * products multiply, larger if they are products of compressed samples, which are slower; less in
 * small batches, which fill the width badly; and a part of the weights that a batch's step moves.
 */
size_t nnreg_sparse_limit(const nnreg_trainer *t)
{
  const nnreg_penalty *penalty = t->problem->penalty;
  if (!t->problem->keep_zeros || penalty->factors || penalty->group > 0) return 0;
  double samples = (double)t->problem->batch_size, total = (double)t->samples->num_rows;
  double all = 0, multiplied = 0;
  if (samples > total) samples = total;
  for (size_t l = 0; l < t->plan.num_layers; l++) {
    const nnreg_layer *layer = &t->plan.layers[l];
    double weights = (double)layer->inputs * (double)layer->outputs;
    multiplied += (l == 0 ? density(t) : 1) * weights;
    all += weights;
  }
  double share = t->plan.compressed ? 0.3 : 0.15;
  double limit = share * multiplied * samples / (samples + 16) + all / (samples + 64);
  return limit < UINT32_MAX ? (size_t)limit : UINT32_MAX;
}

bool nnreg_sparse_pays(const nnreg_trainer *t)
{
  enum { AT_ONCE = 4096 };
  size_t found = 0;
  if (t->sparse_limit == 0) return false;
  for (size_t l = 0; l < t->plan.num_layers; l++) {
    const nnreg_layer *layer = &t->plan.layers[l];
    const real *w = t->net.theta + layer->offset;
    for (size_t at = 0, all = layer->inputs * layer->outputs; at < all; at += AT_ONCE) {
      size_t count = all - at < AT_ONCE ? all - at : AT_ONCE;
      uint32_t some = 0;
      for (size_t i = at; i < at + count; i++) some += w[i] != 0;
      found += some;
      if (found > t->sparse_limit) return false;
    }
  }
  return true;
}
