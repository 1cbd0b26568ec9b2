/* A team of threads that lives for one call.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_TEAM_H
#define NNREG_TEAM_H

#include <stddef.h>

enum { NNREG_MAX_THREADS = 256 };

typedef struct nnreg_team nnreg_team;

/* A member's view: its number, how many there are, and the team. */
typedef struct {
  nnreg_team *team;
  size_t id, size;
} nnreg_member;

typedef void nnreg_task_function(void *context, const nnreg_member *member);

/* Runs the function on up to num_threads threads, the caller being member 0, and
 * joins them. Threads that cannot be had are done without. Denormal numbers are
 * flushed to zero meanwhile (m of a dead input would decay into them). */
void nnreg_team_run(size_t num_threads, nnreg_task_function *function, void *context);

/* Returns when every member has come; spins for a moment, then sleeps. */
void nnreg_team_wait(const nnreg_member *member);

/* The member's share of count items: *first .. *last - 1. */
void nnreg_team_share(const nnreg_member *member, size_t count, size_t *first, size_t *last);

#endif
