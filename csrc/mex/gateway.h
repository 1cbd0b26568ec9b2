/* What every gateway needs: raising errors, reading and making Octave values.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Raising does not return: whatever the core holds must be freed before. Memory
 * from gateway_scratch is Octave's and is freed by itself.
 */
#ifndef NNREG_GATEWAY_H
#define NNREG_GATEWAY_H

#include <mex.h>

#include "nnreg.h"

/* The one symbol that Octave looks for. */
__attribute__((visibility("default"))) void mexFunction(int num_out, mxArray *out[], int num_in,
                                                        const mxArray *in[]);

/* Raises the status's identifier with the text; user text is never a format. */
_Noreturn void gateway_fail(nnreg_status status, const char *text);

/* Raises NNREG_BAD_ARGUMENT: what is wrong with the argument or field of that name. */
_Noreturn void gateway_refuse(const char *name, const char *fault);

/* Raises unless the number of arguments and results fits. */
void gateway_expect(const char *name, int have_in, int want_in, int have_out, int max_out);

/* A real, full double scalar, else an error that names it. */
double gateway_scalar(const mxArray *value, const char *name);

/* A column of doubles, or NULL for an empty value, else an error with the text `fault`. */
const double *gateway_column(const mxArray *value, size_t count, const char *fault);

/* A whole number from 0 to 2^53, else an error that names it. */
size_t gateway_size(const mxArray *value, const char *name);

/* The value of a name, a char row, in the list, else an error that says what. */
size_t gateway_choice(const mxArray *value, const nnreg_name *list, const char *what);

/* Two arguments, first and count, of samples that are there, else an error. */
nnreg_range gateway_range(const mxArray *const in[2], size_t num_samples);

/* The field of a scalar struct, else an error that names it. */
const mxArray *gateway_field(const mxArray *structure, const char *name);

/* Zeros, which Octave frees when the call ends or raises. */
void *gateway_scratch(size_t count, size_t size);

/* A copy of a char row in Octave's memory, else an error that names it. */
char *gateway_string(const mxArray *value, const char *name);

/* The class of a numeric or logical array, and back. */
nnreg_type gateway_type(const mxArray *value);
mxClassID gateway_class(nnreg_type type);

/* Borrows X (N x D), full or sparse, of any numeric class or logical. */
void gateway_source(const mxArray *value, nnreg_source *source);

/* OpenBLAS for the core's calls, else an error. The calls end early (NNREG_STOPPED) when Octave
 * has a signal to respond to. Close it (nnreg_blas_close) before you raise anything. */
nnreg_blas *gateway_open_blas(void);

/* Octave's flag for such a signal, or NULL: for nnreg_idx_heed. */
const int *gateway_flag(void);

/* False if the call was stopped: its results are gateway_nothing, 0 x 0, and no error is raised,
 * which would make Octave forget the signal. Raises if the call failed. */
bool gateway_is_done(nnreg_status status, const nnreg_message *why);
mxArray *gateway_nothing(void);

/* The class of packed indices for this number of inputs. */
mxClassID gateway_index_class(size_t num_inputs);

#endif
