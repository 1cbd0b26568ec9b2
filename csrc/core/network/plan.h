/* The one place that knows how parameters and values are laid out.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outside the core parameters lie as [W_1(:); b_1; ...]. While it works the core
 * keeps each W_l as panels: `panel` units (rows) at a time, each panel a (units x
 * inputs) matrix of its own. So a panel is contiguous, belongs to one thread, and
 * stays in that thread's cache. Offsets of layers and biases are the same in both.
 */
#ifndef NNREG_PLAN_H
#define NNREG_PLAN_H

#include "nnreg.h"

/* Samples of a piece, at most: those that go through the network at a time. */
enum { NNREG_MAX_PIECE = 1024 };

typedef struct {
  size_t inputs, outputs;
  size_t panel; /* units in a panel; the last panel may have fewer        */
  size_t num_panels;
  size_t offset; /* of W in the parameters                                 */
  size_t bias;   /* of b                                                   */
  size_t stride; /* between samples in activations and deltas, >= outputs  */
  nnreg_activation activation;
} nnreg_layer;

typedef struct {
  nnreg_task task;
  size_t num_layers;
  nnreg_layer layers[NNREG_MAX_LAYERS];
  size_t num_parameters;
  size_t widest;        /* largest stride                                         */
  bool compressed;      /* the input                                              */
  size_t piece_samples; /* of a piece, at most                                */
  bool small;           /* one thread does a batch or a portion                   */
  size_t portions;      /* of a small batch that go through side by side          */
} nnreg_plan;

/* Layout and work split for a network on such data; batch_size 0: prediction. It
 * depends on shapes only, never on the number of threads. */
void nnreg_plan_make(nnreg_plan *plan, const nnreg_network *network, const nnreg_data *data,
                     size_t batch_size);

/* Units of panel q. */
size_t nnreg_panel_units(const nnreg_layer *layer, size_t q);

/* Where panel q's weights begin in the panel layout. */
size_t nnreg_panel_offset(const nnreg_layer *layer, size_t q);

#endif
