/* A network without its zero weights, for trainings whose zeros stay (nnreg_problem.keep_zeros).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_SPARSE_NET_H
#define NNREG_SPARSE_NET_H

#include "engine.h"

/* A layer's weights that are not 0, unit by unit. */
typedef struct {
  const nnreg_layer *layer;
  uint32_t *starts; /* (units + 1) unit u has the weights starts[u] .. starts[u + 1] - 1          */
  uint32_t *source; /* (weights) which row of the values below it multiplies, ascending in a unit */
  size_t *place;    /* (weights) its place in the panels                                          */
  real *w, *m, *v;  /* (weights)                                                                  */
  uint32_t *below_starts; /* (inputs + 1) the same weights by input; NULL in the first layer      */
  uint32_t *unit;         /* (weights)                                                            */
  uint32_t *rank;         /* (weights) its place in w                                             */
  real *by_input; /* (weights) copies of w; see nnreg_sparse_copy_weights                  */
} nnreg_sparse_layer;

/* The rows of values of the first layer's inputs are its live inputs, those with a weight. */
typedef struct {
  nnreg_trainer *trainer; /* whose panels have all parameters */
  size_t num_layers, num_live;
  uint32_t *live; /* (num_live) inputs                                  */
  uint32_t *row;  /* (inputs) of a live input; num_live if it is not one */
  nnreg_sparse_layer layers[NNREG_MAX_LAYERS];
} nnreg_sparse_net;

/* Takes the weights and moments that are not 0 out of the trainer's panels. */
nnreg_status nnreg_sparse_open(nnreg_sparse_net *net, nnreg_trainer *trainer, nnreg_message *why);
void nnreg_sparse_close(nnreg_sparse_net *net);

/* Brings by_input up to date, in each layer but the first. */
void nnreg_sparse_copy_weights(const nnreg_sparse_net *net);

/* Takes the weights that have become 0 out of the lists. Their moments become 0, which no step
 * reads again: so lists and panels depend on the weights alone, not on when a list was made. */
void nnreg_sparse_drop_zeros(nnreg_sparse_net *net);

/* Stores weights and moments in the panels. */
void nnreg_sparse_store(const nnreg_sparse_net *net);

static inline size_t nnreg_sparse_count(const nnreg_sparse_layer *layer)
{
  return layer->starts[layer->layer->outputs];
}

#endif
