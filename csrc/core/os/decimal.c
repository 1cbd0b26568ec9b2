/* Decimal numbers, whatever the user's locale.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <locale.h>
#include <stdlib.h>

#include "os.h"

double nnreg_decimal(const char *text)
{
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (!plain) return strtod(text, NULL);
  locale_t before = uselocale(plain);
  double value = strtod(text, NULL);
  uselocale(before);
  freelocale(plain);
  return value;
}
