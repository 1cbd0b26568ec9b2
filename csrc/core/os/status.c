/* Status codes: their names, and one that needs a text.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stdio.h>

#include "os.h"

const char *nnreg_status_id(nnreg_status status)
{
  static const char *const ids[] = {
      [NNREG_OK] = "nnreg:ok",
      [NNREG_BAD_ARGUMENT] = "nnreg:badArgument",
      [NNREG_BAD_DATA] = "nnreg:badData",
      [NNREG_DIVERGED] = "nnreg:diverged",
      [NNREG_OUT_OF_MEMORY] = "nnreg:outOfMemory",
      [NNREG_BAD_FILE] = "nnreg:badFile",
      [NNREG_NO_BLAS] = "nnreg:noBlas",
      [NNREG_STOPPED] = "nnreg:stopped",
  };
  return (size_t)status < sizeof ids / sizeof *ids ? ids[status] : "nnreg:unknown";
}

nnreg_status nnreg_fail(nnreg_message *why, nnreg_status status, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(why->text, sizeof why->text, format, arguments);
  va_end(arguments);
  return status;
}

nnreg_status nnreg_no_memory(nnreg_message *why, const char *what)
{
  return nnreg_fail(why, NNREG_OUT_OF_MEMORY, "not enough memory for %s", what);
}

nnreg_status nnreg_stopped(nnreg_message *why)
{
  return nnreg_fail(why, NNREG_STOPPED, "stopped by a signal");
}
