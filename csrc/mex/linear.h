/* Reading the structs of linear models out of Octave's.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arrays are borrowed; what does not fit is an error that names the field.
 */
#ifndef NNREG_MEX_LINEAR_H
#define NNREG_MEX_LINEAR_H

#include "gateway.h"

/* Fields of a struct: `count` doubles or NULL for an empty value, a number, a whole number. */
const double *linear_doubles(const mxArray *structure, const char *name, size_t count);
double linear_number(const mxArray *structure, const char *name);
size_t linear_size(const mxArray *structure, const char *name);

/* A struct with X (N x D), Offset, Unit, Scale, Factors (D x 1, or [] of the last two), Task,
 * NumOutputs, Labels (int32) or Responses (N x R), ResponseScale (R or []), Intercept, Weights,
 * Judges (N x 1 or []), Parts (int32, N x 1 or []), NumParts, Forward, Groups (int32, D x 1 or []).
 * The problem points to the source. */
void linear_read_problem(const mxArray *value, nnreg_source *source, nnreg_linear_problem *problem);

#endif
