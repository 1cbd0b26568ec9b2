/* Lists of the weights that are not 0.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sparse_net.h"

#include <string.h>

/* ------------------------------------------------------------------- Open -- */

/* starts: where each unit's weights that are not 0 will begin. */
static void count_units(nnreg_sparse_layer *s, const real *theta)
{
  const nnreg_layer *layer = s->layer;
  memset(s->starts, 0, (layer->outputs + 1) * sizeof *s->starts);
  for (size_t q = 0; q < layer->num_panels; q++) {
    size_t units = nnreg_panel_units(layer, q), at = nnreg_panel_offset(layer, q);
    uint32_t *counts = s->starts + 1 + q * layer->panel;
    for (size_t j = 0; j < layer->inputs; j++, at += units)
      for (size_t u = 0; u < units; u++) counts[u] += theta[at + u] != 0;
  }
  for (size_t u = 0; u < layer->outputs; u++) s->starts[u + 1] += s->starts[u];
}

/* Fills the lists; starts[u] moves on to the end of unit u, and is put back. */
static void list_weights(nnreg_sparse_layer *s, const nnreg_trainer *t, const uint32_t *row)
{
  const nnreg_layer *layer = s->layer;
  for (size_t q = 0; q < layer->num_panels; q++) {
    size_t units = nnreg_panel_units(layer, q), at = nnreg_panel_offset(layer, q);
    uint32_t *next = s->starts + q * layer->panel;
    for (size_t j = 0; j < layer->inputs; j++, at += units)
      for (size_t u = 0; u < units; u++) {
        if (t->net.theta[at + u] == 0) continue;
        uint32_t e = next[u]++;
        s->source[e] = row ? row[j] : (uint32_t)j;
        s->place[e] = at + u;
        s->w[e] = t->net.theta[at + u];
        s->m[e] = t->m[at + u];
        s->v[e] = t->v[at + u];
      }
  }
  memmove(s->starts + 1, s->starts, layer->outputs * sizeof *s->starts);
  s->starts[0] = 0;
}

/* The lists by input; below_starts is filled as starts is. */
static void list_by_input(nnreg_sparse_layer *s)
{
  size_t inputs = s->layer->inputs, count = nnreg_sparse_count(s);
  uint32_t *next = s->below_starts;
  memset(next, 0, (inputs + 1) * sizeof *next);
  for (size_t e = 0; e < count; e++) next[s->source[e] + 1]++;
  for (size_t j = 0; j < inputs; j++) next[j + 1] += next[j];
  for (size_t u = 0; u < s->layer->outputs; u++)
    for (uint32_t e = s->starts[u]; e < s->starts[u + 1]; e++) {
      uint32_t k = next[s->source[e]]++;
      s->unit[k] = (uint32_t)u;
      s->rank[k] = e;
    }
  memmove(next + 1, next, inputs * sizeof *next);
  next[0] = 0;
}

static void find_live_inputs(nnreg_sparse_net *net)
{
  const nnreg_layer *layer = &net->trainer->plan.layers[0];
  uint32_t *row = net->row;
  memset(row, 0, layer->inputs * sizeof *row);
  for (size_t q = 0; q < layer->num_panels; q++) {
    size_t units = nnreg_panel_units(layer, q);
    const real *w = net->trainer->net.theta + nnreg_panel_offset(layer, q);
    for (size_t j = 0; j < layer->inputs; j++, w += units)
      for (size_t u = 0; u < units; u++) row[j] |= w[u] != 0;
  }
  for (size_t j = 0; j < layer->inputs; j++)
    if (row[j]) {
      row[j] = (uint32_t)net->num_live;
      net->live[net->num_live++] = (uint32_t)j;
    } else {
      row[j] = UINT32_MAX;
    }
  for (size_t j = 0; j < layer->inputs; j++)
    if (row[j] == UINT32_MAX) row[j] = (uint32_t)net->num_live;
}

static bool reserve(nnreg_sparse_layer *s, size_t count, bool first)
{
  s->source = nnreg_alloc(count, sizeof *s->source);
  s->place = nnreg_alloc(count, sizeof *s->place);
  s->w = nnreg_alloc(count, sizeof *s->w);
  s->m = nnreg_alloc(count, sizeof *s->m);
  s->v = nnreg_alloc(count, sizeof *s->v);
  if (!s->source || !s->place || !s->w || !s->m || !s->v) return false;
  if (first) return true;
  s->below_starts = nnreg_alloc(s->layer->inputs + 1, sizeof *s->below_starts);
  s->unit = nnreg_alloc(count, sizeof *s->unit);
  s->rank = nnreg_alloc(count, sizeof *s->rank);
  s->by_input = nnreg_alloc(count, sizeof *s->by_input);
  return s->below_starts && s->unit && s->rank && s->by_input;
}

static bool open_layer(nnreg_sparse_net *net, size_t l)
{
  nnreg_sparse_layer *s = &net->layers[l];
  s->layer = &net->trainer->plan.layers[l];
  s->starts = nnreg_alloc(s->layer->outputs + 1, sizeof *s->starts);
  if (!s->starts) return false;
  count_units(s, net->trainer->net.theta);
  if (!reserve(s, nnreg_sparse_count(s), l == 0)) return false;
  list_weights(s, net->trainer, l == 0 ? net->row : NULL);
  if (l > 0) list_by_input(s);
  return true;
}

nnreg_status nnreg_sparse_open(nnreg_sparse_net *net, nnreg_trainer *t, nnreg_message *why)
{
  size_t inputs = t->plan.layers[0].inputs;
  *net = (nnreg_sparse_net){.trainer = t, .num_layers = t->plan.num_layers};
  net->live = nnreg_alloc(inputs, sizeof *net->live);
  net->row = nnreg_alloc(inputs, sizeof *net->row);
  bool ready = net->live && net->row;
  if (ready) find_live_inputs(net);
  for (size_t l = 0; ready && l < net->num_layers; l++) ready = open_layer(net, l);
  if (ready) return NNREG_OK;
  nnreg_sparse_close(net);
  return nnreg_no_memory(why, "the network's weights");
}

void nnreg_sparse_close(nnreg_sparse_net *net)
{
  for (size_t l = 0; l < net->num_layers; l++) {
    nnreg_sparse_layer *s = &net->layers[l];
    nnreg_free(s->starts);
    nnreg_free(s->source);
    nnreg_free(s->place);
    nnreg_free(s->w);
    nnreg_free(s->m);
    nnreg_free(s->v);
    nnreg_free(s->below_starts);
    nnreg_free(s->unit);
    nnreg_free(s->rank);
    nnreg_free(s->by_input);
  }
  nnreg_free(net->live);
  nnreg_free(net->row);
}

/* --------------------------------------------------------------- Training -- */

void nnreg_sparse_copy_weights(const nnreg_sparse_net *net)
{
  for (size_t l = 1; l < net->num_layers; l++) {
    const nnreg_sparse_layer *s = &net->layers[l];
    size_t count = nnreg_sparse_count(s);
    for (size_t k = 0; k < count; k++) s->by_input[k] = s->w[s->rank[k]];
  }
}

static bool has_zeros(const nnreg_sparse_layer *s)
{
  size_t zeros = 0, count = nnreg_sparse_count(s);
  for (size_t e = 0; e < count; e++) zeros += s->w[e] == 0;
  return zeros > 0;
}

static void store_weight(const nnreg_trainer *t, const nnreg_sparse_layer *s, size_t e)
{
  bool zero = s->w[e] == 0;
  t->net.theta[s->place[e]] = s->w[e];
  t->m[s->place[e]] = zero ? 0 : s->m[e];
  t->v[s->place[e]] = zero ? 0 : s->v[e];
}

static void drop(const nnreg_trainer *t, nnreg_sparse_layer *s)
{
  uint32_t kept = 0, e = 0;
  for (size_t u = 0; u < s->layer->outputs; u++) {
    for (; e < s->starts[u + 1]; e++) {
      if (s->w[e] == 0) {
        store_weight(t, s, e);
        continue;
      }
      s->source[kept] = s->source[e];
      s->place[kept] = s->place[e];
      s->w[kept] = s->w[e];
      s->m[kept] = s->m[e];
      s->v[kept++] = s->v[e];
    }
    s->starts[u + 1] = kept;
  }
  if (s->below_starts) list_by_input(s);
}

void nnreg_sparse_drop_zeros(nnreg_sparse_net *net)
{
  for (size_t l = 0; l < net->num_layers; l++)
    if (has_zeros(&net->layers[l])) drop(net->trainer, &net->layers[l]);
}

void nnreg_sparse_store(const nnreg_sparse_net *net)
{
  for (size_t l = 0; l < net->num_layers; l++)
    for (size_t e = 0; e < nnreg_sparse_count(&net->layers[l]); e++)
      store_weight(net->trainer, &net->layers[l], e);
}
