/* Cholesky's factor of Newton's steps when weights leave it.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Without one of its rows the factor has a number too many in each row below. Rotations of two
 * columns at a time make them 0 (Golub and Van Loan, "Matrix computations", 2013, chapter 6.5):
 * much less work than to factorise these rows again.
 */
#include <math.h>
#include <string.h>

#include "linear.h"

/* Rotates columns k and k + 1 of the rows from k on, so that row k ends at its diagonal. */
static void rotate(linear_newton *n, size_t k)
{
  double *row = n->factor + k * n->room + k, length = hypot(row[0], row[1]);
  double c = row[0] / length, s = row[1] / length;
  for (size_t i = k; i < n->count; i++, row += n->room) {
    double first = row[0], second = row[1];
    row[0] = c * first + s * second;
    row[1] = c * second - s * first;
  }
}

static void drop_row(linear_newton *n, size_t at)
{
  n->count--;
  for (size_t i = at; i < n->count; i++) {
    memcpy(n->factor + i * n->room, n->factor + (i + 1) * n->room, (i + 2) * sizeof *n->factor);
    n->order[i] = n->order[i + 1];
    n->ridge[i] = n->ridge[i + 1];
  }
  for (size_t k = at; k < n->count; k++) rotate(n, k);
}

void linear_newton_drop(linear_newton *n, const double *w)
{
  for (size_t i = n->count; i-- > 0;)
    if (w[n->order[i]] == 0) drop_row(n, i);
}
