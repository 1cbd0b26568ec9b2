/* taken = __nnreg_claims__ (file, items, take): claims work items (whole numbers) among the
 * processes that share a file, or with take = 0 drops them; taken (logical) says which are
 * this process's now. An empty file name closes the file that was in use, which drops all.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "gateway.h"

/* Locks last while the file is open; one file at a time. */
static nnreg_claims *claims;
static char claimed_file[4096];

static void close_claims(void)
{
  nnreg_claims_close(claims);
  claims = NULL;
  claimed_file[0] = '\0';
}

static void open_claims(const char *path)
{
  nnreg_message why;
  if (claims && strcmp(path, claimed_file) == 0) return;
  close_claims();
  if (strlen(path) >= sizeof claimed_file)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: the name of the file is too long");
  nnreg_status status = nnreg_claims_open(path, &claims, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  snprintf(claimed_file, sizeof claimed_file, "%s", path);
  mexAtExit(close_claims);
}

static bool claim(double item, bool take)
{
  if (take) return nnreg_claims_take(claims, (size_t)item);
  nnreg_claims_drop(claims, (size_t)item);
  return false;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  gateway_expect("__nnreg_claims__", num_in, 3, num_out, 1);
  const char *path = gateway_string(in[0], "file");
  if (!mxIsDouble(in[1]) || mxIsComplex(in[1]) || mxIsSparse(in[1]))
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: items must be real doubles");
  bool take = gateway_scalar(in[2], "take") != 0;
  const double *items = mxGetPr(in[1]);
  size_t count = mxGetNumberOfElements(in[1]);
  for (size_t i = 0; i < count; i++)
    if (!(items[i] >= 0 && items[i] < 9007199254740992.0))
      gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: items must be whole numbers from 0");
  mxArray *taken = mxCreateLogicalMatrix((mwSize)count, 1);
  if (*path)
    open_claims(path);
  else
    close_claims();
  for (size_t i = 0; i < count && claims; i++) mxGetLogicals(taken)[i] = claim(items[i], take);
  out[0] = taken;
}
