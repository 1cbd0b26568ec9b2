/* The phases of a piece's way through the network; passes.c says in which order.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is called by every member of the team, which does its share.
 */
#ifndef NNREG_PHASES_H
#define NNREG_PHASES_H

#include "engine.h"

/* One member's view of the piece at hand. */
typedef struct {
  nnreg_trainer *trainer;
  const nnreg_member *member; /* among those that do the piece    */
  bool watches;               /* member 0 of all has the watch    */
  nnreg_piece piece;
  nnreg_shard *shard;                    /* where the piece goes through     */
  size_t turn;                           /* which of its batches has it      */
  nnreg_sums *sums;                      /* its losses, by spans             */
  double step;                           /* the update that this batch makes */
  nnreg_step steps[NNREG_MAX_LAYERS][2]; /* a layer's weights and biases     */
  bool ahead;                            /* forward 0 was done by the last piece */
  real *scratch;
} nnreg_work;

/* Books the time since the last lap to a phase. */
void nnreg_work_lap(const nnreg_work *own, nnreg_phase phase);

/* Until all members have come. */
void nnreg_work_wait(const nnreg_work *own);

/* Takes out the samples of a piece, and transposes them, in the shards' batches of that turn:
 * all members one shard's, or each its own shards'. */
void nnreg_phase_fill(const nnreg_work *own, size_t turn, const nnreg_piece *piece);
void nnreg_phase_transpose(const nnreg_work *own, size_t turn, const nnreg_piece *piece);

/* Folds the shift of the data into the first layer's biases. */
void nnreg_phase_fold(const nnreg_work *own);

/* Activations of hidden layer l. */
void nnreg_phase_forward(const nnreg_work *own, size_t l);

/* The last layer, the losses and their deltas; and in how many spans. */
void nnreg_phase_outputs(const nnreg_work *own);
size_t nnreg_output_spans(const nnreg_trainer *trainer, const nnreg_piece *piece);

/* Deltas of hidden layer l, and the update of the layer above. */
void nnreg_phase_back(const nnreg_work *own, size_t l);

/* The update of the first layer; next: the piece whose forward 0 is done in the same go, where
 * that can be, or NULL. */
void nnreg_phase_first(const nnreg_work *own, const nnreg_piece *next);
bool nnreg_goes_ahead(const nnreg_trainer *trainer);

#endif
