/* Where the time goes: each lap is booked to a phase.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_STOPWATCH_H
#define NNREG_STOPWATCH_H

#include "internal.h"

typedef struct {
  nnreg_profile *profile; /* NULL: off */
  double mark;
} nnreg_stopwatch;

static inline nnreg_stopwatch nnreg_stopwatch_start(nnreg_profile *profile)
{
  return (nnreg_stopwatch){.profile = profile, .mark = profile ? nnreg_now() : 0};
}

/* Books the time since the last lap. */
static inline void nnreg_lap(nnreg_stopwatch *watch, nnreg_phase phase)
{
  if (!watch->profile) return;
  double now = nnreg_now();
  watch->profile->seconds[phase] += now - watch->mark;
  watch->mark = now;
}

#endif
