/* Reading and making Octave values for the gateways.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

void gateway_fail(nnreg_status status, const char *text)
{
  mexErrMsgIdAndTxt(nnreg_status_id(status), "%s", text);
  __builtin_unreachable();
}

void gateway_refuse(const char *name, const char *fault)
{
  char text[160];
  snprintf(text, sizeof text, "nnreg: %.60s %.90s", name, fault);
  gateway_fail(NNREG_BAD_ARGUMENT, text);
}

void gateway_expect(const char *name, int have_in, int want_in, int have_out, int max_out)
{
  if (have_in == want_in && have_out <= max_out) return;
  char text[160];
  snprintf(text, sizeof text, "%.60s: takes %d arguments and returns at most %d", name, want_in,
           max_out);
  gateway_fail(NNREG_BAD_ARGUMENT, text);
}

double gateway_scalar(const mxArray *value, const char *name)
{
  if (!value || !mxIsDouble(value) || mxIsComplex(value) || mxIsSparse(value) ||
      mxGetNumberOfElements(value) != 1)
    gateway_refuse(name, "must be a real double scalar");
  return mxGetScalar(value);
}

const double *gateway_column(const mxArray *value, size_t count, const char *fault)
{
  size_t have = mxGetNumberOfElements(value);
  if (have == 0) return NULL;
  if (!mxIsDouble(value) || mxIsComplex(value) || mxIsSparse(value) || have != count)
    gateway_fail(NNREG_BAD_ARGUMENT, fault);
  return mxGetPr(value);
}

size_t gateway_size(const mxArray *value, const char *name)
{
  double number = gateway_scalar(value, name);
  if (!(number >= 0 && number <= 9007199254740992.0 && number == floor(number)))
    gateway_refuse(name, "must be a whole number from 0 to 2^53");
  return (size_t)number;
}

size_t gateway_choice(const mxArray *value, const nnreg_name *list, const char *what)
{
  char *text = gateway_string(value, what);
  for (; list->name; list++)
    if (strcmp(text, list->name) == 0) return list->value;
  gateway_refuse(what, "is not one of those known");
}

nnreg_range gateway_range(const mxArray *const in[2], size_t num_samples)
{
  nnreg_range samples = {gateway_size(in[0], "first"), gateway_size(in[1], "count")};
  if (samples.first > num_samples || samples.count > num_samples - samples.first)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: samples that are not there");
  return samples;
}

const mxArray *gateway_field(const mxArray *structure, const char *name)
{
  if (!mxIsStruct(structure) || mxGetNumberOfElements(structure) != 1)
    gateway_refuse("an argument", "must be a scalar struct");
  const mxArray *value = mxGetField(structure, 0, name);
  if (!value) gateway_refuse(name, "must be a field of the struct");
  return value;
}

/* mxCalloc's memory is freed too, but Octave 7.3 keeps a note of its address for ever. */
void *gateway_scratch(size_t count, size_t size)
{
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes))
    gateway_fail(NNREG_OUT_OF_MEMORY, "nnreg: not enough memory");
  return mxGetData(mxCreateNumericMatrix((mwSize)(bytes ? bytes : 1), 1, mxUINT8_CLASS, mxREAL));
}

char *gateway_string(const mxArray *value, const char *name)
{
  if (!mxIsChar(value) || (mxGetM(value) != 1 && mxGetNumberOfElements(value) != 0))
    gateway_refuse(name, "must be a row of characters");
  size_t room = mxGetNumberOfElements(value) + 1;
  char *text = gateway_scratch(room, 1);
  if (mxGetString(value, text, (mwSize)room) != 0)
    gateway_refuse(name, "must be a row of characters");
  return text;
}

/* Octave's class of each type. */
static const mxClassID classes[] = {
    [NNREG_UINT8] = mxUINT8_CLASS,    [NNREG_FLOAT] = mxSINGLE_CLASS,
    [NNREG_FLOAT64] = mxDOUBLE_CLASS, [NNREG_BOOL] = mxLOGICAL_CLASS,
    [NNREG_INT8] = mxINT8_CLASS,      [NNREG_INT16] = mxINT16_CLASS,
    [NNREG_UINT16] = mxUINT16_CLASS,  [NNREG_INT32] = mxINT32_CLASS,
    [NNREG_UINT32] = mxUINT32_CLASS,  [NNREG_INT64] = mxINT64_CLASS,
    [NNREG_UINT64] = mxUINT64_CLASS};

mxClassID gateway_class(nnreg_type type) { return classes[type]; }

nnreg_type gateway_type(const mxArray *value)
{
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (classes[i] == mxGetClassID(value)) return (nnreg_type)i;
  gateway_refuse("an array", "must be numeric or logical");
}

mxClassID gateway_index_class(size_t num_inputs)
{
  return nnreg_index_bytes(num_inputs) == sizeof(uint16_t) ? mxUINT16_CLASS : mxUINT32_CLASS;
}

_Static_assert(sizeof(mwIndex) == sizeof(int64_t), "sparse indices must have 64 bits");

void gateway_source(const mxArray *value, nnreg_source *source)
{
  if (mxGetNumberOfDimensions(value) != 2)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: X must be a matrix");
  if (mxIsComplex(value)) gateway_fail(NNREG_BAD_DATA, "nnreg: X must be real");
  *source = (nnreg_source){.num_samples = mxGetM(value),
                           .num_inputs = mxGetN(value),
                           .type = gateway_type(value),
                           .values = mxGetData(value)};
  if (!mxIsSparse(value)) return;
  source->starts = (const int64_t *)mxGetJc(value);
  source->rows = (const int64_t *)mxGetIr(value);
}

/* A thread of Octave notes signals (Ctrl-C, termination, the end of a child process) in this flag,
 * and Octave acts on it when the gateway has returned. Without the flag the core ends a call when
 * its time is up. */
const int *gateway_flag(void)
{
  _Static_assert(sizeof(sig_atomic_t) == sizeof(int), "the flag is an int");
  return nnreg_find_symbol("octave_signal_caught");
}

nnreg_blas *gateway_open_blas(void)
{
  nnreg_blas *blas;
  nnreg_message why = {""};
  nnreg_status status = nnreg_blas_open(NULL, &blas, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  nnreg_blas_heed(blas, gateway_flag());
  return blas;
}

bool gateway_is_done(nnreg_status status, const nnreg_message *why)
{
  if (status != NNREG_OK && status != NNREG_STOPPED) gateway_fail(status, why->text);
  return status == NNREG_OK;
}

mxArray *gateway_nothing(void) { return mxCreateDoubleMatrix(0, 0, mxREAL); }
