/* The phases of a piece's way through the network, each cut into items.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The items' number and the order of sums depend on shapes only; each item writes places of
 * its own. So any number of threads gives the same bits.
 */
#include "phases.h"

#include <math.h>

#include "gemm.h"

enum { ITEMS = 8, SPAN = 32 };

/* In how many spans a phase of `panels` panels cuts the samples. */
static size_t spans_for(const nnreg_trainer *trainer, size_t panels, size_t samples)
{
  if (trainer->plan.small || panels >= ITEMS) return 1;
  size_t wanted = (ITEMS + panels - 1) / panels, most = (samples + SPAN - 1) / SPAN;
  return wanted < most ? wanted : most;
}

static size_t cut(size_t total, size_t parts, size_t part) { return total * part / parts; }

/* The k-th item of first .. last - 1. Every other batch goes through them backwards: what
 * the last one left in the cache is then used first. */
static size_t in_turn(const nnreg_work *own, size_t first, size_t last, size_t k)
{
  return fmod(own->step, 2) != 0 ? k : first + last - 1 - k;
}

void nnreg_work_lap(const nnreg_work *own, nnreg_phase phase)
{
  if (own->watches) nnreg_lap(&own->trainer->watch, phase);
}

static nnreg_batch *batch_of(const nnreg_work *own) { return &own->shard->batches[own->turn]; }

void nnreg_work_wait(const nnreg_work *own)
{
  nnreg_team_wait(own->member);
  nnreg_work_lap(own, NNREG_PHASE_WAITING);
}

void nnreg_phase_forward(const nnreg_work *own, size_t l)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_layer *layer = &t->plan.layers[l];
  size_t samples = own->piece.pick.count, first, last;
  size_t spans = spans_for(t, layer->num_panels, samples);
  nnreg_team_share(own->member, layer->num_panels * spans, &first, &last);
  for (size_t k = first; k < last; k++) {
    size_t item = in_turn(own, first, last, k), q = item / spans, s = item % spans;
    nnreg_forward_panel(&t->net, l, q, batch_of(own), l ? own->shard->values[l - 1] : NULL,
                        l ? t->plan.layers[l - 1].stride : 0, cut(samples, spans, s),
                        cut(samples, spans, s + 1), own->shard->values[l]);
  }
}

static void output_span(const nnreg_work *own, size_t number, size_t from, size_t to)
{
  const nnreg_trainer *t = own->trainer;
  size_t l = t->plan.num_layers - 1;
  const nnreg_layer *layer = &t->plan.layers[l];
  nnreg_sums *sums = &own->sums[number];
  *sums = (nnreg_sums){0, 0, 0};
  for (size_t q = 0; q < layer->num_panels; q++)
    nnreg_forward_panel(&t->net, l, q, batch_of(own), l ? own->shard->values[l - 1] : NULL,
                        l ? t->plan.layers[l - 1].stride : 0, from, to, own->shard->values[l]);
  double scale = 1 / ((double)own->piece.batch_count * t->mean_weight);
  nnreg_loss(&t->net, t->samples->targets, &own->piece.pick, from, to, scale, own->shard->values[l],
             sums);
}

size_t nnreg_output_spans(const nnreg_trainer *t, const nnreg_piece *piece)
{
  return spans_for(t, 1, piece->pick.count);
}

void nnreg_phase_outputs(const nnreg_work *own)
{
  size_t samples = own->piece.pick.count, first, last;
  size_t spans = nnreg_output_spans(own->trainer, &own->piece);
  nnreg_team_share(own->member, spans, &first, &last);
  for (size_t s = first; s < last; s++)
    output_span(own, s, cut(samples, spans, s), cut(samples, spans, s + 1));
}

/* Takes out the samples of a piece: all members one shard's, or each its own shards'. */
void nnreg_phase_fill(const nnreg_work *own, size_t turn, const nnreg_piece *piece)
{
  nnreg_trainer *t = own->trainer;
  size_t shards = nnreg_shards_of(t, piece), first, last;
  nnreg_team_share(own->member, shards == 1 ? piece->pick.count : shards, &first, &last);
  if (shards == 1 && first < last)
    nnreg_batch_fill(&t->shards[0].batches[turn], &piece->pick, first, last);
  for (size_t s = first; shards > 1 && s < last; s++) {
    nnreg_piece part = nnreg_shard_piece(t, piece, s);
    nnreg_batch_fill(&t->shards[s].batches[turn], &part.pick, 0, part.pick.count);
  }
}

void nnreg_phase_transpose(const nnreg_work *own, size_t turn, const nnreg_piece *piece)
{
  nnreg_trainer *t = own->trainer;
  size_t shards = nnreg_shards_of(t, piece), inputs = t->plan.layers[0].inputs, first, last;
  if (t->shards[0].batches[turn].dense) return;
  nnreg_team_share(own->member, shards == 1 ? inputs : shards, &first, &last);
  if (shards == 1 && first < last) nnreg_batch_transpose(&t->shards[0].batches[turn], first, last);
  for (size_t s = first; shards > 1 && s < last; s++)
    nnreg_batch_transpose(&t->shards[s].batches[turn], 0, inputs);
}

/* Deltas of hidden layer l's panel p, through all panels of the layer above. */
static void back_panel(const nnreg_work *own, size_t l, size_t p)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_layer *here = &t->plan.layers[l], *above = &t->plan.layers[l + 1];
  size_t units = nnreg_panel_units(here, p), first = p * here->panel;
  size_t samples = own->piece.pick.count;
  real *delta = own->shard->deltas[l] + first;
  for (size_t q = 0; q < above->num_panels; q++) {
    size_t depth = nnreg_panel_units(above, q);
    const real *w = t->net.theta + nnreg_panel_offset(above, q) + first * depth;
    GEMM(t->net.blas, NNREG_TRANSPOSED, NNREG_PLAIN, units, samples, depth, w, depth,
         own->shard->deltas[l + 1] + q * above->panel, above->stride, q > 0 ? 1 : 0, delta,
         here->stride);
  }
  t->net.kernels->derive(here->activation, units, samples, own->shard->values[l] + first,
                         here->stride, delta, here->stride);
}

void nnreg_phase_back(const nnreg_work *own, size_t l)
{
  nnreg_trainer *t = own->trainer;
  const nnreg_layer *here = &t->plan.layers[l], *above = &t->plan.layers[l + 1];
  size_t first, last;
  nnreg_team_share(own->member, here->num_panels, &first, &last);
  for (size_t p = first; p < last; p++) {
    size_t from = p * here->panel, to = from + nnreg_panel_units(here, p);
    back_panel(own, l, p);
    for (size_t q = 0; q < above->num_panels; q++)
      nnreg_update_panel(t, own->shard, &own->piece, t->problem ? own->steps[l + 1] : NULL, l + 1,
                         q, from, to, batch_of(own), own->scratch);
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

/* Forward 0 of the next piece, for a panel that has its new weights. */
static void forward_ahead(const nnreg_work *own, const nnreg_piece *next, size_t panel)
{
  const nnreg_trainer *t = own->trainer;
  const nnreg_batch *batch = &own->shard->batches[1 - own->turn];
  if (nnreg_is_shifted(t->net.data)) nnreg_fold_shift(&t->net, panel);
  nnreg_forward_panel(&t->net, 0, panel, batch, NULL, 0, 0, next->pick.count,
                      own->shard->values[0]);
}

/* In how many parts the update cuts a panel of the first layer. */
static size_t first_splits(const nnreg_trainer *t)
{
  const nnreg_layer *layer = &t->plan.layers[0];
  size_t splits = t->plan.small ? 1 : (ITEMS + layer->num_panels - 1) / layer->num_panels;
  return splits < layer->inputs ? splits : layer->inputs;
}

/* next: the piece to go ahead with, or NULL. */
void nnreg_phase_first(const nnreg_work *own, const nnreg_piece *next)
{
  nnreg_trainer *t = own->trainer;
  const nnreg_layer *layer = &t->plan.layers[0];
  size_t splits = first_splits(t), first, last;
  nnreg_team_share(own->member, layer->num_panels * splits, &first, &last);
  for (size_t k = first; k < last; k++) {
    size_t item = in_turn(own, first, last, k);
    nnreg_update_panel(t, own->shard, &own->piece, t->problem ? own->steps[0] : NULL, 0,
                       item / splits, cut(layer->inputs, splits, item % splits),
                       cut(layer->inputs, splits, item % splits + 1), batch_of(own), own->scratch);
    nnreg_work_lap(own, NNREG_PHASE_UPDATE);
    if (!next) continue;
    forward_ahead(own, next, item);
    nnreg_work_lap(own, NNREG_PHASE_FORWARD);
  }
}

/* Whole panels of a hidden layer, and steps that change them. */
bool nnreg_goes_ahead(const nnreg_trainer *t)
{
  return t->problem && t->plan.num_layers > 1 && first_splits(t) == 1;
}
