/* Numbers in texts, to the nearest double, whatever the locale.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "fields.h"
#include "os/os.h"

enum {
  KEPT_DIGITS = 19,          /* of a mantissa, which fits into 64 bits           */
  MOST_DIGITS = 780,         /* 768 decide any double                            */
  MOST_EXPONENT = 100000000, /* 10^+-this is Inf or 0, and sums do not overflow */
  GROUP = 3,
  INDIAN_GROUP = 2 /* between commas: 1,23,456 */
};

static bool is_digit(unsigned char letter) { return letter >= '0' && letter <= '9'; }

static bool is_infinity(const unsigned char *first, size_t count)
{
  return nnreg_bytes_are(first, count, "inf") || nnreg_bytes_are(first, count, "infinity");
}

static void add_digit(nnreg_number *number, unsigned char letter)
{
  if (number->num_digits == 0 && letter == '0') return;
  if (number->num_digits < KEPT_DIGITS) number->mantissa = 10 * number->mantissa + letter - '0';
  number->num_digits++;
}

/* The digits before the decimal mark; NULL if separators of thousands are not where they belong.
 * The first group has `head` digits, those between two separators `inner`. */
static const unsigned char *whole_part(nnreg_number *number, const unsigned char *at,
                                       const unsigned char *last, char thousands)
{
  size_t count = 0, head = 0, inner = 0;
  for (; at < last && (is_digit(*at) || (thousands && *at == (unsigned char)thousands)); at++) {
    if (is_digit(*at)) {
      add_digit(number, *at);
      count++;
      continue;
    }
    if (count < 1 || count > GROUP || (inner && count != inner)) return NULL;
    if (head)
      inner = count;
    else
      head = count;
    count = 0;
  }
  if (head == 0) return at;
  const bool indian = inner == INDIAN_GROUP && head <= INDIAN_GROUP && thousands == ',';
  return count == GROUP && (inner == 0 || inner == GROUP || indian) ? at : NULL;
}

/* The exponent at `at`, which is behind the e; false if there is none. */
static bool exponent_part(const unsigned char *at, const unsigned char *last, long *exponent)
{
  bool negative = at < last && *at == '-';
  if (at < last && (*at == '-' || *at == '+')) at++;
  if (at == last) return false;
  long value = 0;
  for (; at < last; at++) {
    if (!is_digit(*at)) return false;
    if (value < MOST_EXPONENT) value = 10 * value + (*at - '0');
  }
  *exponent = negative ? -value : value;
  return true;
}

bool nnreg_number_parse(const unsigned char *first, const unsigned char *last, char decimal,
                        char thousands, nnreg_number *number)
{
  *number = (nnreg_number){.first = first, .last = last};
  if (first == last) return false;
  number->negative = *first == '-';
  const unsigned char *whole = first + (*first == '-' || *first == '+');
  number->infinite = is_infinity(whole, (size_t)(last - whole));
  if (number->infinite) return true;
  const unsigned char *at = whole_part(number, whole, last, thousands);
  if (!at) return false;
  size_t count = (size_t)(at - whole);
  number->integer = at == last;
  number->leading_zeros = number->integer && count > 1 && *whole == '0';
  if (at < last && *at == (unsigned char)decimal) {
    for (at++; at < last && is_digit(*at); at++) {
      add_digit(number, *at);
      number->exponent--;
      count++;
    }
  }
  if (count == 0) return false;
  if (at == last) return true;
  long exponent;
  if ((*at != 'e' && *at != 'E') || !exponent_part(at + 1, last, &exponent)) return false;
  number->exponent += exponent;
  return true;
}

/* By the system: the digits without marks, and the exponent. A 1 stands for all digits that are
 * left out, unless they are zeros, so that halves are seen. */
static double rounded_value(const nnreg_number *number)
{
  char text[MOST_DIGITS + 40];
  size_t used = 0, dropped = 0;
  bool sticky = false;
  for (const unsigned char *at = number->first; at < number->last; at++) {
    if (*at == 'e' || *at == 'E') break;
    if (!is_digit(*at) || (used == 0 && *at == '0')) continue;
    if (used < MOST_DIGITS)
      text[used++] = (char)*at;
    else {
      sticky = sticky || *at != '0';
      dropped++;
    }
  }
  long exponent = number->exponent + (long)dropped;
  if (sticky) {
    text[used++] = '1';
    exponent--;
  }
  snprintf(text + used, sizeof text - used, "e%ld", exponent);
  return nnreg_decimal(text);
}

double nnreg_number_value(const nnreg_number *number)
{
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  enum { MOST_POWER = sizeof powers / sizeof *powers - 1 };
  const uint64_t exact = (uint64_t)1 << 53;
  double value;
  if (number->infinite)
    value = (double)INFINITY;
  else if (number->num_digits == 0)
    value = 0;
  else if (number->num_digits <= KEPT_DIGITS && number->mantissa <= exact &&
           number->exponent >= -MOST_POWER && number->exponent <= MOST_POWER)
    /* Both are doubles, so that one operation rounds once (Clinger, PLDI 1990). */
    value = number->exponent < 0 ? (double)number->mantissa / powers[-number->exponent]
                                 : (double)number->mantissa * powers[number->exponent];
  else
    value = rounded_value(number);
  return number->negative ? -value : value;
}

bool nnreg_number_is_exact(const nnreg_number *number)
{
  if (number->num_digits > KEPT_DIGITS) return false;
  const double nearest = (double)number->mantissa; /* below 1e19 < 2^64 */
  return (uint64_t)nearest == number->mantissa;
}
