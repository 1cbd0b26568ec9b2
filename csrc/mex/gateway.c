/* Reading and making Octave values for the gateways.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void gateway_fail(nnreg_status status, const char *text)
{
  mexErrMsgIdAndTxt(nnreg_status_id(status), "%s", text);
  __builtin_unreachable();
}

static _Noreturn void fail_for(const char *name, const char *what)
{
  char text[160];
  snprintf(text, sizeof text, "nnreg: %.60s must be %.80s", name, what);
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
    fail_for(name, "a real double scalar");
  return mxGetScalar(value);
}

size_t gateway_size(const mxArray *value, const char *name)
{
  double number = gateway_scalar(value, name);
  if (!(number >= 0 && number <= 9007199254740992.0 && number == floor(number)))
    fail_for(name, "a whole number from 0 to 2^53");
  return (size_t)number;
}

size_t gateway_choice(const mxArray *value, const char *const *names, const char *what)
{
  char *text = gateway_string(value, what), fault[160];
  for (size_t i = 0; names[i]; i++)
    if (strcmp(text, names[i]) == 0) return i;
  snprintf(fault, sizeof fault, "nnreg: %.60s is not one of those known", what);
  gateway_fail(NNREG_BAD_ARGUMENT, fault);
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
    fail_for("an argument", "a scalar struct");
  const mxArray *value = mxGetField(structure, 0, name);
  if (!value) fail_for(name, "a field of the struct");
  return value;
}

/* Octave frees what mxCalloc gives, too, but 7.3 keeps a note of its address, for ever. */
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
    fail_for(name, "a row of characters");
  size_t room = mxGetNumberOfElements(value) + 1;
  char *text = gateway_scratch(room, 1);
  if (mxGetString(value, text, (mwSize)room) != 0) fail_for(name, "a row of characters");
  return text;
}

nnreg_type gateway_type(const mxArray *value)
{
  switch (mxGetClassID(value)) {
    case mxDOUBLE_CLASS: return NNREG_FLOAT64;
    case mxSINGLE_CLASS: return NNREG_FLOAT;
    case mxLOGICAL_CLASS: return NNREG_BOOL;
    case mxINT8_CLASS: return NNREG_INT8;
    case mxUINT8_CLASS: return NNREG_UINT8;
    case mxINT16_CLASS: return NNREG_INT16;
    case mxUINT16_CLASS: return NNREG_UINT16;
    case mxINT32_CLASS: return NNREG_INT32;
    case mxUINT32_CLASS: return NNREG_UINT32;
    case mxINT64_CLASS: return NNREG_INT64;
    case mxUINT64_CLASS: return NNREG_UINT64;
    default: fail_for("an array", "numeric or logical");
  }
  return NNREG_FLOAT64;
}

mxClassID gateway_index_class(size_t num_inputs)
{
  return nnreg_index_bytes(num_inputs) == sizeof(uint16_t) ? mxUINT16_CLASS : mxUINT32_CLASS;
}

mxClassID gateway_class(nnreg_type type)
{
  switch (type) {
    case NNREG_FLOAT64: return mxDOUBLE_CLASS;
    case NNREG_FLOAT: return mxSINGLE_CLASS;
    case NNREG_BOOL: return mxLOGICAL_CLASS;
    case NNREG_INT8: return mxINT8_CLASS;
    case NNREG_UINT8: return mxUINT8_CLASS;
    case NNREG_INT16: return mxINT16_CLASS;
    case NNREG_UINT16: return mxUINT16_CLASS;
    case NNREG_INT32: return mxINT32_CLASS;
    case NNREG_UINT32: return mxUINT32_CLASS;
    case NNREG_INT64: return mxINT64_CLASS;
    case NNREG_UINT64: return mxUINT64_CLASS;
  }
  return mxDOUBLE_CLASS;
}
