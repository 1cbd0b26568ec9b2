/* The phases of a piece, cut into items: panels, bundles, spans of samples.
 *
 * The number of items and the order of sums depend on shapes only, and each item writes memory
 * of its own. So any number of threads gives the same bits.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "work.h"

/* How many items a phase, and how many samples a span should have at least. */
enum { ITEMS = 8, SPAN_SAMPLES = 32 };

/* Chunks of a member's share of the samples to stage, where each has a cost of its own. */
enum { STAGE_CHUNKS = 2 };

/* The number of spans that the samples are cut into, for a phase with these panels. */
static size_t spans_for(const nnreg_trainer *t, size_t panels, size_t samples)
{
  if (t->plan.small || panels >= ITEMS) return 1;
  size_t wanted = (ITEMS + panels - 1) / panels;
  size_t most = (samples + SPAN_SAMPLES - 1) / SPAN_SAMPLES;
  return wanted < most ? wanted : most;
}

static size_t cut(size_t total, size_t parts, size_t part) { return total * part / parts; }

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Every other batch goes through its items backwards, to begin with what the previous batch has
 * left in the cache. */
static bool goes_backwards(const nnreg_work *own) { return fmod(own->step, 2) == 0; }

static nnreg_deal deal_in_turn(const nnreg_work *own, size_t count)
{
  nnreg_deal deal = nnreg_team_deal(own->member, count, NNREG_CHUNKS);
  deal.backwards = goes_backwards(own);
  return deal;
}

/* The k-th item of first .. last - 1. */
static size_t in_turn(const nnreg_work *own, size_t first, size_t last, size_t k)
{
  return goes_backwards(own) ? first + last - 1 - k : k;
}

void nnreg_work_lap(const nnreg_work *own, nnreg_phase phase)
{
  if (own->watches) nnreg_lap(&own->trainer->watch, phase);
}

void nnreg_work_wait(const nnreg_work *own)
{
  nnreg_team_wait(own->member);
  nnreg_work_lap(own, NNREG_PHASE_WAITING);
}

void nnreg_phase_forward(const nnreg_work *own, size_t l)
{
  const nnreg_trainer *t = own->trainer;
  size_t panels = t->plan.layers[l].num_panels, samples = own->piece.pick.count, first, last;
  size_t spans = spans_for(t, panels, samples);
  nnreg_flow flow = nnreg_portion_flow(own->portion, l, own->turn);
  nnreg_deal deal = deal_in_turn(own, panels * spans);
  while (nnreg_team_take(&deal, &first, &last))
    for (size_t k = first; k < last; k++) {
      size_t item = in_turn(own, first, last, k), span = item % spans;
      nnreg_forward_panel(&t->net, &flow, item / spans, cut(samples, spans, span),
                          cut(samples, spans, span + 1));
    }
}

static void output_span(const nnreg_work *own, size_t from, size_t to, nnreg_sums *sums)
{
  const nnreg_trainer *t = own->trainer;
  nnreg_flow flow = nnreg_portion_flow(own->portion, t->plan.num_layers - 1, own->turn);
  for (size_t q = 0; q < t->plan.layers[flow.layer].num_panels; q++)
    nnreg_forward_panel(&t->net, &flow, q, from, to);
  nnreg_judged judged = {.net = &t->net,
                         .targets = t->samples->targets,
                         .pick = &own->piece.pick,
                         .outputs = flow.outputs,
                         .scale = 1 / ((double)own->piece.batch_count * t->mean_weight)};
  *sums = (nnreg_sums){0, 0, 0};
  nnreg_loss(&judged, from, to, sums);
}

size_t nnreg_output_spans(const nnreg_trainer *t, const nnreg_piece *piece)
{
  return spans_for(t, 1, piece->pick.count);
}

void nnreg_phase_outputs(const nnreg_work *own)
{
  size_t samples = own->piece.pick.count, first, last;
  size_t spans = nnreg_output_spans(own->trainer, &own->piece);
  nnreg_deal deal = nnreg_team_deal(own->member, spans, NNREG_CHUNKS);
  while (nnreg_team_take(&deal, &first, &last))
    for (size_t i = first; i < last; i++)
      output_span(own, cut(samples, spans, i), cut(samples, spans, i + 1), &own->sums[i]);
}

void nnreg_phase_fill(const nnreg_work *own, size_t turn, const nnreg_piece *piece)
{
  nnreg_trainer *t = own->trainer;
  size_t portions = nnreg_portions_of(t, piece), first, last;
  nnreg_deal deal =
      nnreg_team_deal(own->member, portions == 1 ? piece->pick.count : portions, STAGE_CHUNKS);
  while (nnreg_team_take(&deal, &first, &last)) {
    if (portions == 1) nnreg_stage_fill(&t->portions[0].stages[turn], &piece->pick, first, last);
    for (size_t p = first; portions > 1 && p < last; p++) {
      nnreg_piece part = nnreg_portion_piece(t, piece, p);
      nnreg_stage_fill(&t->portions[p].stages[turn], &part.pick, 0, part.pick.count);
    }
  }
}

static size_t num_sextets(const nnreg_layer *layer)
{
  return (layer->inputs + NNREG_SEXTET - 1) / NNREG_SEXTET;
}

void nnreg_phase_transpose(const nnreg_work *own, size_t turn, const nnreg_piece *piece)
{
  nnreg_trainer *t = own->trainer;
  size_t portions = nnreg_portions_of(t, piece), inputs = t->plan.layers[0].inputs, first, last;
  const nnreg_stage *stage = &t->portions[0].stages[turn];
  if (stage->dense && !stage->sextets) return;
  size_t count = portions == 1 ? num_sextets(&t->plan.layers[0]) : portions;
  nnreg_deal deal = nnreg_team_deal(own->member, count, STAGE_CHUNKS);
  while (nnreg_team_take(&deal, &first, &last)) {
    if (portions == 1)
      nnreg_stage_transpose(&t->portions[0].stages[turn], first * NNREG_SEXTET,
                            least(last * NNREG_SEXTET, inputs));
    for (size_t p = first; portions > 1 && p < last; p++)
      nnreg_stage_transpose(&t->portions[p].stages[turn], 0, inputs);
  }
}

/* Adds what a panel of the layer above makes of its deltas to those of some units of hidden layer
 * l, or begins with it. */
static void back_panel(const nnreg_work *own, size_t l, nnreg_range units, size_t panel)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_layer *here = &t->plan.layers[l], *above = &t->plan.layers[l + 1];
  size_t depth = nnreg_panel_units(above, panel), samples = own->piece.pick.count;
  const real *w = t->net.theta + nnreg_panel_offset(above, panel) + units.first * depth;
  const real *deltas = own->portion->deltas[l + 1] + panel * above->panel;
  real *below = own->portion->deltas[l] + units.first;
  if (t->net.kernels->dense_panel) {
    t->net.kernels->dense_back(depth, units.count, samples, w, deltas, above->stride, panel > 0,
                               below, here->stride);
    return;
  }
  nnreg_product product = {.m = units.count,
                           .n = samples,
                           .k = depth,
                           .a = {.values = w, .stride = depth, .transposed = true},
                           .b = {.values = deltas, .stride = above->stride},
                           .beta = panel > 0 ? 1 : 0};
  nnreg_gemm(t->net.blas, &product, below, here->stride);
}

/* Deltas of some units of hidden layer l, through all panels of the layer above. */
static void back_units(const nnreg_work *own, size_t l, size_t first, size_t units)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_portion *portion = own->portion;
  const nnreg_layer *here = &t->plan.layers[l];
  size_t samples = own->piece.pick.count;
  real *delta = portion->deltas[l] + first;
  for (size_t q = 0; q < t->plan.layers[l + 1].num_panels; q++)
    back_panel(own, l, (nnreg_range){.first = first, .count = units}, q);
  nnreg_units z = {.activation = here->activation,
                   .units = units,
                   .samples = samples,
                   .stride = here->stride,
                   .inputs = portion->inputs[l] ? portion->inputs[l] + first : NULL,
                   .outputs = portion->values[l] + first};
  t->net.kernels->derive(&z, delta);
}

void nnreg_phase_back(const nnreg_work *own, size_t l)
{
  const nnreg_plan *plan = &own->trainer->plan;
  const nnreg_layer *here = &plan->layers[l];
  size_t first, last;
  nnreg_deal deal = nnreg_team_deal(own->member, here->num_bundles, NNREG_CHUNKS);
  while (nnreg_team_take(&deal, &first, &last))
    for (size_t b = first; b < last; b++) {
      size_t from = b * here->bundle, to = least(from + here->bundle, here->outputs);
      back_units(own, l, from, to - from);
      for (size_t q = 0; q < plan->layers[l + 1].num_panels; q++)
        nnreg_update_panel(own, l + 1, q, from, to);
    }
}

void nnreg_phase_fold(const nnreg_work *own)
{
  const nnreg_trainer *t = own->trainer;
  size_t first, last;
  nnreg_team_share(own->member, t->plan.layers[0].num_panels, &first, &last);
  for (size_t q = first; q < last; q++) nnreg_fold_shift(&t->net, q);
  nnreg_work_lap(own, NNREG_PHASE_FORWARD);
  nnreg_work_wait(own);
}

/* Computes the next piece's first layer for a panel whose weights are up to date. */
static void forward_ahead(const nnreg_work *own, size_t panel)
{
  const nnreg_net *net = &own->trainer->net;
  nnreg_flow flow = nnreg_portion_flow(own->portion, 0, 1 - own->turn);
  if (nnreg_is_shifted(net->data)) nnreg_fold_shift(net, panel);
  nnreg_forward_panel(net, &flow, panel, 0, own->next.pick.count);
}

/* The number of parts that the update cuts a panel of the first layer into. */
static size_t first_parts(const nnreg_trainer *t)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  size_t parts = t->plan.small ? 1 : (ITEMS + layer->num_panels - 1) / layer->num_panels;
  return least(parts, num_sextets(layer));
}

/* One of the parts of a panel; ahead, there is one, and the next forward goes with it. */
static void first_item(const nnreg_work *own, size_t item, size_t parts)
{
  const nnreg_layer *layer = &own->trainer->plan.layers[0];
  size_t part = item % parts;
  size_t from = cut(num_sextets(layer), parts, part) * NNREG_SEXTET;
  size_t to = cut(num_sextets(layer), parts, part + 1) * NNREG_SEXTET;
  nnreg_update_panel(own, 0, item / parts, from, least(to, layer->inputs));
  nnreg_work_lap(own, NNREG_PHASE_UPDATE);
  if (!own->ahead) return;
  forward_ahead(own, item);
  nnreg_work_lap(own, NNREG_PHASE_FORWARD);
}

void nnreg_phase_first(const nnreg_work *own)
{
  size_t parts = first_parts(own->trainer), first, last;
  nnreg_deal deal = deal_in_turn(own, own->trainer->plan.layers[0].num_panels * parts);
  while (nnreg_team_take(&deal, &first, &last))
    for (size_t k = first; k < last; k++) first_item(own, in_turn(own, first, last, k), parts);
}

/* Only whole panels of a hidden layer can go ahead, and only in a training. */
bool nnreg_goes_ahead(const nnreg_trainer *t)
{
  return t->problem && t->plan.num_layers > 1 && first_parts(t) == 1;
}
