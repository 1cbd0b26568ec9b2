/* A training's work on a piece, phase by phase. Every member of the team calls each function,
 * which does the member's share.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_WORK_H
#define NNREG_WORK_H

#include "engine.h"

/* One member's view of the work. */
typedef struct {
  nnreg_trainer *trainer;
  const nnreg_member *member;            /* of the members that share the portion            */
  bool watches;                          /* is member 0 of the team, which has the watch      */
  nnreg_piece piece, next;               /* this piece and the one after it                   */
  bool has_next;                         /* there is a next piece                             */
  bool ahead;                            /* this piece's first layer is done already          */
  nnreg_portion *portion;                /* the piece's memory                                */
  size_t turn;                           /* which of its stages has the piece                 */
  nnreg_sums *sums;                      /* the piece's losses, by spans                      */
  nnreg_sums batch;                      /* the batch's losses so far                         */
  double step;                           /* the number of the batch's update                  */
  nnreg_step steps[NNREG_MAX_LAYERS][2]; /* the update of a layer's weights, of its biases */
  real *scratch;
} nnreg_work;

/* Adds the time since the last lap to a phase. */
void nnreg_work_lap(const nnreg_work *own, nnreg_phase phase);

/* Waits for all members. */
void nnreg_work_wait(const nnreg_work *own);

/* Stages the samples of a piece, in the stage of that turn, and transposes them. The members share
 * one portion's samples, or each takes portions of its own. */
void nnreg_phase_fill(const nnreg_work *own, size_t turn, const nnreg_piece *piece);
void nnreg_phase_transpose(const nnreg_work *own, size_t turn, const nnreg_piece *piece);

/* Folds the shift of the data into the first layer's biases. */
void nnreg_phase_fold(const nnreg_work *own);

/* Outputs of hidden layer l. */
void nnreg_phase_forward(const nnreg_work *own, size_t l);

/* The last layer, the losses and their deltas; and the number of spans. */
void nnreg_phase_outputs(const nnreg_work *own);
size_t nnreg_output_spans(const nnreg_trainer *trainer, const nnreg_piece *piece);

/* Deltas of hidden layer l, and the update of the layer above. */
void nnreg_phase_back(const nnreg_work *own, size_t l);

/* Measures the groups of the first layer's weights for the batch's step (update.c). */
void nnreg_measure_groups(const nnreg_work *own);

/* The update of the first layer; if own->ahead, also the next piece's first layer. */
void nnreg_phase_first(const nnreg_work *own);
bool nnreg_goes_ahead(const nnreg_trainer *trainer);

/* Columns from .. to - 1 of a panel's weights (and its biases if from is 0): adds their gradient
 * up, and makes Adam's step when the batch is complete (update.c). */
void nnreg_update_panel(const nnreg_work *own, size_t layer, size_t panel, size_t from, size_t to);

/* Adam's step with the sum of the portions' gradients, for one of the parts (update.c). */
enum { NNREG_UPDATE_PARTS = 8 };
void nnreg_update_from_portions(const nnreg_work *own, size_t part);

#endif
