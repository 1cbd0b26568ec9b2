/* Tables of text: numbers to the bit, records and quotes, what columns are taken for, faults.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _XOPEN_SOURCE 700
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "data/fields.h"
#include "machine.h"
#include "support.h"

/* ---------------------------------------------------------------- Numbers -- */

static bool parse(const char *text, char decimal, char thousands, double *value)
{
  nnreg_number number;
  const unsigned char *first = (const unsigned char *)text;
  if (!nnreg_number_parse(first, first + strlen(text), decimal, thousands, &number)) return false;
  *value = nnreg_number_value(&number);
  return true;
}

/* The same bits as the C library's strtod in the locale C, which glibc rounds correctly. */
static void assert_as_strtod(const char *text)
{
  double value = 0, wanted = strtod(text, NULL);
  if (!parse(text, '.', 0, &value)) fail_msg("%s is no number", text);
  if (memcmp(&value, &wanted, sizeof value) != 0) fail_msg("%s: %a, not %a", text, value, wanted);
}

static void test_hard_numbers(void **state)
{
  (void)state;
  static const char *const texts[] = {
      "0",
      "-0",
      "1",
      "+1",
      "-1.5",
      ".5",
      "5.",
      "1e5",
      "1E+5",
      "1e-5",
      "0.1",
      "123456789012345678",
      "9007199254740993",
      "9007199254740992.9999999999999999999999",
      "9007199254740993.0000000001",
      "2.2250738585072011e-308",
      "2.2250738585072014e-308",
      "4.9406564584124654e-324",
      "2.4703282292062327e-324",
      "2.4703282292062328e-324",
      "1.7976931348623157e308",
      "1.7976931348623158e308",
      "1.7976931348623159e308",
      "1e309",
      "-1e400",
      "1e-400",
      "1e99999999999",
      "1e-99999999999",
      "0e99999999999",
      "1e22",
      "1e23",
      "8.5e22",
      "123456789e15",
      "0.000000000000000000000000000000000000000000000000000000000001e60",
      "100000000000000000000000000000000000000000000000000000000000e-60",
      "inf",
      "-Infinity",
      "0.3333333333333333148296162562473909929394721984863281250000000000000001"};
  for (size_t i = 0; i < LENGTH(texts); i++) assert_as_strtod(texts[i]);
}

/* Halfway between two doubles: all 767 digits decide, and one more behind any number of zeros. */
static void test_halves(void **state)
{
  (void)state;
  enum { DIGITS = 1100 };
  char text[DIGITS + 900];
  uint64_t seed = 5;
  for (int i = 0; i < 300; i++) {
    uint64_t bits = draw(&seed) >> 2; /* finite, positive */
    double number;
    memcpy(&number, &bits, sizeof number);
    if (!isfinite(number)) continue;
    const double next = nextafter(number, INFINITY);
    const long double half = ((long double)number + (long double)next) / 2; /* exact in 64 bits */
    snprintf(text, sizeof text, "%.*Le", DIGITS, half);
    assert_as_strtod(text);
    char *mark = strchr(text, 'e');
    mark[-1] = '1'; /* just above */
    assert_as_strtod(text);
  }
}

static void test_random_numbers(void **state)
{
  (void)state;
  uint64_t seed = 7;
  char text[64];
  for (int i = 0; i < 100000; i++) {
    uint64_t bits = draw(&seed);
    double number;
    memcpy(&number, &bits, sizeof number);
    if (!isfinite(number)) continue;
    snprintf(text, sizeof text, "%.*g", 1 + (int)draw_below(&seed, 20), number);
    assert_as_strtod(text);
    snprintf(text, sizeof text, "%.*f", (int)draw_below(&seed, 12), draw_unit(&seed) * 1e6);
    assert_as_strtod(text);
  }
}

static void test_no_numbers(void **state)
{
  (void)state;
  static const char *const texts[] = {
      "",    "-",  "+",     ".",   "e5",   "1e", "1e+", "1.2.3", "1,5",   "0x10",       "1 2",
      "--1", "1-", "infin", "nan", "1e5.", "$5", "5%",  "1_0",   "12:30", "2024-01-02", "١"};
  double value;
  for (size_t i = 0; i < LENGTH(texts); i++)
    if (parse(texts[i], '.', 0, &value)) fail_msg("%s is a number", texts[i]);
}

static void test_marks(void **state)
{
  (void)state;
  double value;
  assert_true(parse("-1.234.567,5e1", ',', '.', &value) && value == -12345675.0);
  assert_true(parse("1,234", '.', ',', &value) && value == 1234);
  assert_true(parse("1234,5", ',', '.', &value) && value == 1234.5);
  assert_true(parse("12,345.678901234567890123", '.', ',', &value) &&
              value == 12345.678901234567890123);
  static const char *const wrong[] = {"1,23", "12,34,56", ",123", "1234,567", "1,234,", "1,,234"};
  for (size_t i = 0; i < LENGTH(wrong); i++) assert_false(parse(wrong[i], '.', ',', &value));
}

/* A locale with a decimal comma changes nothing. */
static void test_locale(void **state)
{
  (void)state;
  static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "de_DE"};
  bool set = false;
  for (size_t i = 0; i < LENGTH(names) && !set; i++) set = setlocale(LC_ALL, names[i]) != NULL;
  double value = 0;
  assert_true(parse("1.2345678901234567891e-10", '.', 0, &value));
  setlocale(LC_ALL, "C");
  assert_true(value == 1.2345678901234567891e-10);
  if (!set) print_message("no locale with a decimal comma here\n");
}

static void test_exact(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    bool exact;
  } cases[] = {{"9007199254740992", true},
               {"9007199254740993", false},
               {"9007199254740994", true},
               {"1000000000000000000", true},
               {"9223372036854775807", false},
               {"9223372036854775808", true},
               {"9999999999999999999", false},
               {"18446744073709551616", false}, /* 20 digits */
               {"0", true}};
  for (size_t i = 0; i < LENGTH(cases); i++) {
    nnreg_number number;
    const unsigned char *first = (const unsigned char *)cases[i].text;
    assert_true(nnreg_number_parse(first, first + strlen(cases[i].text), '.', 0, &number));
    assert_true(number.integer);
    assert_int_equal(nnreg_number_is_exact(&number), cases[i].exact);
  }
}

/* ----------------------------------------------------------------- Tables -- */

enum { MOST_COLUMNS = 8, MOST_ROWS = 16 };

typedef struct {
  nnreg_text text;
  nnreg_table_format format;
  nnreg_table_about about;
  nnreg_column_about columns[MOST_COLUMNS];
  nnreg_table_column read[MOST_COLUMNS];
  nnreg_table_fault fault;
  nnreg_message why;
} table;

static table table_of(const char *bytes)
{
  const size_t count = strlen(bytes);
  return (table){
      .text = {.name = "t", .bytes = take_copy(bytes, count ? count : 1, 1), .num_bytes = count},
      .format = {.usual_gaps = true}};
}

static nnreg_status scan_table(table *t)
{
  nnreg_status status = nnreg_table_find(&t->text, &t->format, &t->about, &t->why);
  if (status != NNREG_OK) return status;
  assert_true(t->about.num_columns <= MOST_COLUMNS);
  return nnreg_table_scan(&t->text, &t->format, &t->about, t->columns, &t->why);
}

static nnreg_status read_table(table *t)
{
  const size_t rows = t->about.num_rows;
  assert_true(rows <= MOST_ROWS);
  for (size_t j = 0; j < t->about.num_columns; j++) {
    nnreg_table_column *column = &t->read[j];
    column->numbers = take(rows, sizeof *column->numbers);
    column->logicals = take(rows, sizeof *column->logicals);
    column->codes = take(rows, sizeof *column->codes);
    column->starts = take(rows + 1, sizeof *column->starts);
  }
  return nnreg_table_read(&t->text, &t->format, &t->about, t->read, &t->fault, &t->why);
}

/* The table, read as it was found. */
static table good_table(const char *bytes)
{
  table t = table_of(bytes);
  if (scan_table(&t) != NNREG_OK) fail_msg("%s: %s", bytes, t.why.text);
  for (size_t j = 0; j < t.about.num_columns; j++) t.read[j].kind = t.columns[j].kind;
  if (read_table(&t) != NNREG_OK) fail_msg("%s: %s", bytes, t.why.text);
  assert_false(t.fault.found);
  for (size_t j = 0; j < t.about.num_columns; j++)
    if (t.read[j].kind != NNREG_LOGICALS) assert_int_equal(t.read[j].num_gaps, t.columns[j].gaps);
  return t;
}

static void assert_kinds(const table *t, const char *kinds)
{
  assert_int_equal(t->about.num_columns, strlen(kinds));
  for (size_t j = 0; j < t->about.num_columns; j++)
    assert_int_equal("nlt"[t->columns[j].kind], kinds[j]);
}

static void assert_text(const table *t, size_t row, size_t column, const char *wanted)
{
  char text[80] = "";
  uint32_t code = t->read[column].codes[row];
  if (code > 1) {
    size_t at = (size_t)t->read[column].starts[code - 1];
    size_t count = nnreg_table_text(&t->text, &t->format, NNREG_WINDOWS1252, at, NULL);
    assert_true(count < sizeof text);
    assert_int_equal(nnreg_table_text(&t->text, &t->format, NNREG_WINDOWS1252, at, text), count);
  }
  assert_string_equal(text, wanted);
}

static void test_plain(void **state)
{
  (void)state;
  /* The same table with each end of lines, with and without the last, with a mark of UTF-8. */
  static const char *const ends[] = {"\n", "\r\n", "\r"};
  for (int k = 0; k < 12; k++) {
    const char *end = ends[k % 3];
    char bytes[200];
    snprintf(bytes, sizeof bytes, "%sid,b,c%s1,x,true%s%s-2.5,\"y, \"\"z\"\"\",False%s",
             k / 3 % 2 ? "\xEF\xBB\xBF" : "", end, end, end, k / 6 ? end : "");
    table t = good_table(bytes);
    assert_kinds(&t, "ntl");
    assert_int_equal(t.format.delimiter, ',');
    assert_int_equal(t.format.decimal, '.');
    assert_int_equal(t.format.header, NNREG_HEADER);
    assert_int_equal(t.about.num_rows, 2);
    assert_true(t.read[0].numbers[0] == 1 && t.read[0].numbers[1] == -2.5);
    assert_text(&t, 0, 1, "x");
    assert_text(&t, 1, 1, "y, \"z\"");
    assert_true(t.read[2].logicals[0] && !t.read[2].logicals[1]);
  }
}

static void test_delimiters(void **state)
{
  (void)state;
  static const struct {
    const char *bytes;
    char delimiter, decimal;
    const char *kinds;
  } cases[] = {{"a;b\n1,5;2\n", ';', ',', "nn"},
               {"a\tb\n1,5\t2.5\n", '\t', '.', "tn"},
               {"a;b\n1.5;2\n3;4\n", ';', '.', "nn"},
               {"1,5;2,5\n3,5;4,5\n", ';', ',', "nn"},
               {"a|b\n1|2\n", '|', '.', "nn"},
               {"x\n1,5\n2,25\n", '\n', ',', "n"},
               {"name\nDoe, John\nRoe, Jane\n", '\n', '.', "t"},
               {"sep=;\na;b\n1;2\n", ';', '.', "nn"},
               {"\"a;b\",c\n\"1;2\",3\n", ',', '.', "tn"},
               {"a;b,c\n1;2,5\n3;4,5\n", ';', ',', "nn"},
               {"a,b\n1,\"2,5\"\n", ',', '.', "nt"},
               {"a b\n1 2\n", ' ', '.', "nn"},
               {"  1   2\n 10 NA\n", ' ', '.', "nn"},
               {"id x y\nA 1 2,5\n", ' ', ',', "tnn"},
               {"a b\nx 2\n", '\n', '.', "t"},
               {"\"x\" \"y\"\n\"1\" 2\n", ' ', '.', "nn"},
               {"\"x\"\n\"1\",2\n\"2\",3\n", ',', '.', "nn"}};
  for (size_t i = 0; i < LENGTH(cases); i++) {
    table t = good_table(cases[i].bytes);
    if (t.format.delimiter != cases[i].delimiter || t.format.decimal != cases[i].decimal)
      fail_msg("%s: '%c' and '%c'", cases[i].bytes, t.format.delimiter, t.format.decimal);
    assert_kinds(&t, cases[i].kinds);
  }
  table mixed = good_table("a\tb\n1,5\t2.5\n");
  assert_true(mixed.about.mixed_decimals);
  table spaces = table_of("  a   b\n 1  \t2 \n\n3 \"4 5\"\n");
  spaces.format.delimiter = ' ';
  assert_int_equal(scan_table(&spaces), NNREG_OK);
  assert_kinds(&spaces, "nt");
  assert_int_equal(spaces.about.num_rows, 2);
}

static void test_headers(void **state)
{
  (void)state;
  static const struct {
    const char *bytes;
    bool header, doubtful;
  } cases[] = {{"a,b\n1,2\n", true, false},
               {"1,2\n3,4\n", false, false},
               {"5.1,setosa\n4.9,setosa\n", false, false},
               {"land,2001,2002\nDE,1,2\n", true, true},
               {"land,2010,2005,2000\nDE,1,2001,\nFR,3,,\n", true, true},
               {"land,2001,2003,2004\nDE,1,2,3\n", false, false},
               {"land,2001,2001\nDE,1,2\n", false, false},
               {"land,2001,7\nDE,1,2\n", false, false},
               {"land,2001\nDE,1\n", false, false},
               {"ford,2001,2002\nfiat,1998,2004\n", false, false},
               {"2001,2002\n1,2\n", false, false},
               {"id,2001,2002\n1,5,6\n", true, true},
               {"name,city\nAnn,Rome\n", true, false},
               {"Ann,Ann\nRome,Paris\n", false, false},
               {"Ann,\nRome,Paris\n", false, false},
               {"2024-01-02,Rome\n2024-01-03,Oslo\n", false, false},
               {",b\n1,2\n", true, false},
               {"007,x\n008,y\n", false, false},
               {"a,b", true, false},
               {"true,x\nfalse,y\n", false, false},
               {"ok,x\nfalse,y\n", true, false}};
  for (size_t i = 0; i < LENGTH(cases); i++) {
    table t = good_table(cases[i].bytes);
    if ((t.format.header == NNREG_HEADER) != cases[i].header ||
        t.about.doubtful_header != cases[i].doubtful)
      fail_msg("%s: header %d", cases[i].bytes, t.format.header);
  }
  table told = table_of("1,2\n3,4\n");
  told.format.header = NNREG_HEADER;
  assert_int_equal(scan_table(&told), NNREG_OK);
  assert_int_equal(told.about.num_rows, 1);
}

static void test_gaps(void **state)
{
  (void)state;
  table t = good_table("a,b,c,d,e\n1,x,NA,-,+\n?,null,,2,-\n\"\", \"#N/A\" ,nan,.,+\n");
  assert_kinds(&t, "ntnnt");
  assert_true(t.read[0].numbers[0] == 1 && isnan(t.read[0].numbers[1]) &&
              isnan(t.read[0].numbers[2]));
  assert_text(&t, 1, 1, "");
  assert_text(&t, 2, 1, "");
  assert_int_equal(t.columns[2].values, 0);
  assert_true(isnan(t.read[3].numbers[0]) && t.read[3].numbers[1] == 2);
  assert_text(&t, 1, 4, "-");
  static const char *const words[] = {"-999", "Inf"};
  table own = table_of("a,b\n-999,NA\n5,-999\nInf,x\n");
  own.format = (nnreg_table_format){.gaps = words, .num_gaps = 2};
  assert_int_equal(scan_table(&own), NNREG_OK);
  assert_kinds(&own, "nt");
  own.read[1].kind = NNREG_TEXTS;
  assert_int_equal(read_table(&own), NNREG_OK);
  assert_true(isnan(own.read[0].numbers[0]) && own.read[0].numbers[1] == 5 &&
              isnan(own.read[0].numbers[2]));
  assert_int_equal(own.read[0].num_gaps, 2);
  assert_text(&own, 0, 1, "NA");
  assert_text(&own, 1, 1, "");
}

static void test_identifiers(void **state)
{
  (void)state;
  table t = good_table("zip,id,n,x\n00501,9007199254740993,0,0.5\n12345,1,10,007.5\n");
  assert_kinds(&t, "ttnn");
  assert_text(&t, 0, 0, "00501");
  assert_text(&t, 0, 1, "9007199254740993");
  assert_int_equal(t.columns[0].codes, 1);
  assert_int_equal(t.columns[1].longs, 1);
}

/* In a table of one column an empty line between rows is a gap; elsewhere it is nothing. */
static void test_empty_lines(void **state)
{
  (void)state;
  table t = good_table("\n\na\n\n1\n \n\n2\n\n\n");
  assert_int_equal(t.about.num_rows, 5);
  assert_true(isnan(t.read[0].numbers[0]) && t.read[0].numbers[1] == 1 &&
              isnan(t.read[0].numbers[2]) && isnan(t.read[0].numbers[3]) &&
              t.read[0].numbers[4] == 2);
  table two = good_table("\n\na,b\n\n1,2\n \n3,4\n\n");
  assert_int_equal(two.about.num_rows, 2);
  table tabs = good_table("a\tb\n1\t2\n\t\n");
  assert_int_equal(tabs.about.num_rows, 2);
}

/* Marks of thousands are seen where none was given. */
static void test_thousands(void **state)
{
  (void)state;
  static const struct {
    const char *bytes;
    char mark;
  } cases[] = {{"a,b\nx,\"1,234\"\ny,\"12,345,678\"\nz,5\n", ','},
               {"a,b\nx,\"1,5\"\n", 0},
               {"a,b\nx,1.234\n", 0},
               {"a;b\nx;1.234\ny;12\n", '.'},
               {"a;b\nx;1.234\ny;1.5\n", 0},
               {"a;b\nx;0.234\n", 0},
               {"a;b\n1.5;1.234\n", 0},
               {"a;b\nx;1,234\ny;12\n", ','},
               {"a\tb\nx\t1,234\ny\t12\n", ','},
               {"a;b\nx;1,234\ny;1,5\n", 0},
               {"a;b\nx;0,234\n", 0},
               {"a;b\n2,5;1,234\n", 0},
               {"a,b\nx,\"0,125\"\n", 0},
               {"a,b\nx,\"1,23,456\"\ny,\"12,34,567\"\nz,5\n", ','},
               {"a,b\nx,\"1,23,45\"\n", 0},
               {"a,b\nx,\"123,45,678\"\n", 0},
               {"a,b\nx,\"1,234,56,789\"\n", 0},
               {"a;b\nx;1.23.456\n", 0},
               {"a;b\n1,5;1.234,5\n2,5;7\n", '.'}};
  for (size_t i = 0; i < LENGTH(cases); i++) {
    table t = good_table(cases[i].bytes);
    if (t.columns[1].thousands != cases[i].mark) fail_msg("%s", cases[i].bytes);
  }
  double value = 0;
  assert_true(parse("12,34,567.5", '.', ',', &value) && value == 1234567.5);
  assert_true(parse("-1,234,567", '.', ',', &value) && value == -1234567);
  assert_false(parse("1'23'456", '.', '\'', &value));
  table t = table_of("a;b\nx;1.234\n");
  t.format.decimal = '.';
  assert_int_equal(scan_table(&t), NNREG_OK);
  assert_int_equal(t.columns[1].thousands, 0);
}

/* Names that are one fewer than the columns. */
static void test_naming(void **state)
{
  (void)state;
  static const struct {
    const char *bytes;
    nnreg_naming naming;
    size_t num_rows, num_columns;
  } cases[] = {{"a,b\nx,1,2\n", NNREG_FIRST_UNNAMED, 1, 3},
               {"a,b\nx,1,2\n\ny,,\n", NNREG_FIRST_UNNAMED, 2, 3},
               {"a,b\r\n1,2,\r\n3,4,\r\n", NNREG_LAST_UNNAMED, 2, 3},
               {"a,b\n1,2\n", NNREG_ALL_NAMED, 1, 2},
               {"\"1\",\"2\"\nx,1,2\n", NNREG_FIRST_UNNAMED, 1, 3},
               {"\"x\"\n\"1\" 2\n", NNREG_FIRST_UNNAMED, 1, 2}};
  for (size_t i = 0; i < LENGTH(cases); i++) {
    table t = good_table(cases[i].bytes);
    if (t.about.naming != cases[i].naming || t.about.num_rows != cases[i].num_rows ||
        t.about.num_columns != cases[i].num_columns)
      fail_msg("%s: naming %d, %zu rows, %zu columns", cases[i].bytes, (int)t.about.naming,
               t.about.num_rows, t.about.num_columns);
    assert_int_equal(t.format.header, NNREG_HEADER);
  }
  static const char *const bad[] = {"1,2\n3,4,5\n",      "a,b\nx,1,2\ny,1\n",
                                    "a,b\n1,2\nx,1,2\n", "Sales, May\na,b,c\n1,2,3\n",
                                    "Sales\na;b\n1;2\n", "a,b\n\"x\ny ,4"};
  for (size_t i = 0; i < LENGTH(bad); i++) {
    table t = table_of(bad[i]);
    if (scan_table(&t) != NNREG_BAD_FILE) fail_msg("%s: not refused", bad[i]);
  }
}

static void test_comments(void **state)
{
  (void)state;
  table t = table_of("# a, b, c\n\nx,y\n1,#2\n \t# c\r\n3,4\n#");
  t.format.comment = '#';
  assert_int_equal(scan_table(&t), NNREG_OK);
  assert_kinds(&t, "nt");
  assert_int_equal(t.about.num_rows, 2);
  assert_int_equal(t.about.line, 4);
}

/* A table of one column that another delimiter divides. */
static void test_unused(void **state)
{
  (void)state;
  assert_int_equal(good_table("a title\nx,y\n1,2\n3,4\n").about.unused, ',');
  assert_int_equal(good_table("a b\nx y\n").about.unused, ' ');
  assert_int_equal(good_table("a,b\n1,2 3\n").about.unused, 0);
  assert_int_equal(good_table("a\nx y\nz\n").about.unused, 0);
}

static void test_letters(void **state)
{
  (void)state;
  table t = good_table("stadt,x\nK\xF6ln,1\n\"\x80 5\",2\n");
  assert_int_equal(t.about.num_foreign, 2);
  assert_int_equal(t.about.foreign_line, 2);
  assert_true(t.about.has_controls);
  assert_text(&t, 0, 0, "K\xC3\xB6ln");
  assert_text(&t, 1, 0, "\xE2\x82\xAC 5");
  t = good_table("stadt,x\nK\xC3\xB6ln,1\n\xF0\x9F\x98\x80,2\n");
  assert_int_equal(t.about.num_foreign, 0);
  assert_int_equal(t.about.num_letters, 2);
}

static void assert_bad(const char *bytes, const char *words)
{
  table t = table_of(bytes);
  assert_int_equal(scan_table(&t), NNREG_BAD_FILE);
  if (strcmp(t.why.text, words) != 0) fail_msg("\"%s\" is not \"%s\"", t.why.text, words);
}

static void test_bad(void **state)
{
  (void)state;
  assert_bad("", "t: is empty");
  assert_bad("\n \r\n", "t: is empty");
  assert_bad("\xEF\xBB\xBF", "t: is empty");
  assert_bad("a,b,c\n1,2,3\n4,5\n", "t: line 3 has 2 fields, line 1 has 3");
  assert_bad("\na,b\n\"1\n\n\",2\n\n4,5,6,7\n", "t: line 7 has 4 fields, line 2 has 2");
  assert_bad("a,b\n1,2\n3\n", "t: line 3 has 1 field, line 1 has 2");
  assert_bad("my title\na,b,c\n1,2,3\n4,5,6\n", "t: line 2 has 3 fields, line 1 has 1");
  assert_bad("a,b\n1,2\n3,\"4\n5,6\n",
             "t: line 3: a field begins with a quote there, and no quote ends it");
  assert_bad("a,b\n1,\"2\"x\n",
             "t: line 2: letters follow the quote that ends a field; quotes inside a field must be "
             "doubled, without a backslash");
  table t = table_of("a,b\n1,2\n3,4\n");
  *(unsigned char *)(t.text.bytes + 8) = 0; /* the test's own copy */
  assert_int_equal(scan_table(&t), NNREG_BAD_FILE);
  assert_string_equal(t.why.text, "t: line 3 has a zero byte: this is no text");
  t = table_of("a,b\n1,2\n");
  t.format = (nnreg_table_format){.delimiter = ',', .decimal = ','};
  assert_int_equal(scan_table(&t), NNREG_BAD_ARGUMENT);
  assert_string_equal(t.why.text, "the decimal mark is the delimiter too");
  t = table_of("sep=,\na,b\n1,2\n");
  t.format.decimal = ',';
  assert_int_equal(scan_table(&t), NNREG_BAD_ARGUMENT);
  assert_bad("sep=\xBC\na,b,c\n1,2,3\n4,5,6\n",
             "t: line 2 has 3 fields, line 1 has 1"); /* no such line */
}

static void test_faults(void **state)
{
  (void)state;
  table t = table_of("a,b\n1,yes\nx,\"\n\"\n");
  assert_int_equal(scan_table(&t), NNREG_OK);
  t.read[0].kind = NNREG_NUMBERS;
  t.read[1].kind = NNREG_TEXTS;
  assert_int_equal(read_table(&t), NNREG_OK);
  assert_true(t.fault.found);
  assert_int_equal(t.fault.column, 0);
  assert_int_equal(t.fault.line, 3);
  assert_int_equal(t.fault.at, 10);
  t.read[0].kind = NNREG_TEXTS;
  t.read[1].kind = NNREG_LOGICALS;
  assert_int_equal(read_table(&t), NNREG_OK);
  assert_int_equal(t.fault.column, 1);
  t.about.num_rows = 3; /* not what was scanned */
  t.read[1].kind = NNREG_TEXTS;
  assert_int_equal(read_table(&t), NNREG_BAD_ARGUMENT);
}

/* A table in parts, with a column that is skipped. */
static void test_parts(void **state)
{
  (void)state;
  table t = table_of("a,b,c\n1,x,5\n\n2,\"y\nz\",6\n3,,7\n");
  assert_int_equal(scan_table(&t), NNREG_OK);
  t.read[1].kind = NNREG_SKIPPED;
  t.about.num_rows = 2;
  assert_int_equal(read_table(&t), NNREG_OK);
  assert_true(t.read[0].numbers[1] == 2 && t.read[2].numbers[1] == 6);
  assert_int_equal(t.about.line, 6);
  t.about.num_rows = 1;
  t.read[1].kind = NNREG_TEXTS;
  assert_int_equal(read_table(&t), NNREG_OK);
  assert_true(t.read[0].numbers[0] == 3 && t.read[2].numbers[0] == 7);
  assert_int_equal(t.read[1].codes[0], 1);
  assert_int_equal(t.about.at, t.text.num_bytes);
}

static void test_stop(void **state)
{
  (void)state;
  int flag = 1;
  table t = table_of("a,b\n1,2\n");
  t.text.flag = &flag;
  assert_int_equal(scan_table(&t), NNREG_STOPPED);
  t.text.flag = NULL;
  assert_int_equal(scan_table(&t), NNREG_OK);
  t.text.flag = &flag;
  assert_int_equal(read_table(&t), NNREG_STOPPED);
}

/* Many texts, equal ones far apart, some longer than a word. */
static void test_many_texts(void **state)
{
  (void)state;
  enum { ROWS = 20000, TEXTS = 7000, ROOM = ROWS * 40 };
  char *bytes = take(ROOM, 1);
  size_t used = 0;
  for (int i = 0; i < ROWS; i++)
    used += (size_t)snprintf(bytes + used, ROOM - used, "%.*s%d,1\n", i % TEXTS % 9, "abcdefghi",
                             i % TEXTS);
  nnreg_text text = {.name = "t", .bytes = (unsigned char *)bytes, .num_bytes = used};
  nnreg_table_format format = {.header = NNREG_NO_HEADER};
  nnreg_table_about about;
  nnreg_column_about columns[2];
  nnreg_table_fault fault;
  nnreg_message why = {""};
  ASSERT_OK(nnreg_table_find(&text, &format, &about, &why));
  ASSERT_OK(nnreg_table_scan(&text, &format, &about, columns, &why));
  assert_int_equal(about.num_rows, ROWS);
  nnreg_table_column read[2] = {{.kind = NNREG_TEXTS,
                                 .codes = take(ROWS, sizeof(uint32_t)),
                                 .starts = take(ROWS + 1, sizeof(uint64_t))},
                                {.numbers = take(ROWS, sizeof(double))}};
  ASSERT_OK(nnreg_table_read(&text, &format, &about, read, &fault, &why));
  assert_int_equal(read[0].num_texts, TEXTS + 1);
  for (uint32_t i = 0; i < ROWS; i++) assert_int_equal(read[0].codes[i], i % TEXTS + 2);
}

/* ------------------------------------------------------------------ Files -- */

static void write_bytes(const char *path, const char *bytes, size_t count)
{
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, count, file), count);
  assert_int_equal(fclose(file), 0);
}

static void test_files(void **state)
{
  (void)state;
  char path[300], bytes[64];
  nnreg_message why = {""};
  size_t count = 0;
  int flag = 1;
  scratch_name(path, sizeof path);
  write_bytes(path, "a,b\n1,2\n", 8);
  ASSERT_OK(nnreg_file_size(path, NULL, &count, &why));
  assert_int_equal(count, 8);
  ASSERT_OK(nnreg_file_read(path, NULL, bytes, 8, &why));
  assert_memory_equal(bytes, "a,b\n1,2\n", 8);
  assert_int_equal(nnreg_file_read(path, &flag, bytes, 8, &why), NNREG_STOPPED);
  for (size_t wrong = 7; wrong <= 9; wrong += 2) {
    assert_int_equal(nnreg_file_read(path, NULL, bytes, wrong, &why), NNREG_BAD_FILE);
    assert_says(&why, "changes while it is read");
  }
  for (int members = 1; members <= 2; members++) {
    gzFile packed = gzopen(path, members == 1 ? "wb" : "ab");
    assert_int_equal(gzwrite(packed, "x,y\n", 4), 4);
    assert_int_equal(gzclose(packed), Z_OK);
    ASSERT_OK(nnreg_file_size(path, NULL, &count, &why));
    assert_int_equal(count, 4 * members);
    ASSERT_OK(nnreg_file_read(path, NULL, bytes, count, &why));
    assert_memory_equal(bytes, "x,y\nx,y\n", count);
  }
  FILE *file = fopen(path, "rb");
  assert_int_equal(fread(bytes, 1, 20, file), 20);
  assert_int_equal(fclose(file), 0);
  write_bytes(path, bytes, 20);
  assert_int_equal(nnreg_file_size(path, NULL, &count, &why), NNREG_BAD_FILE);
  assert_says(&why, "is cut short");
  assert_int_equal(remove(path), 0);
  assert_int_equal(nnreg_file_size(path, NULL, &count, &why), NNREG_BAD_FILE);
  assert_int_equal(nnreg_file_read(path, NULL, bytes, 8, &why), NNREG_BAD_FILE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_hard_numbers), TEST(test_halves),     TEST(test_random_numbers),
      TEST(test_no_numbers),   TEST(test_marks),      TEST(test_locale),
      TEST(test_exact),        TEST(test_plain),      TEST(test_delimiters),
      TEST(test_headers),      TEST(test_gaps),       TEST(test_identifiers),
      TEST(test_empty_lines),  TEST(test_letters),    TEST(test_thousands),
      TEST(test_naming),       TEST(test_comments),   TEST(test_unused),
      TEST(test_bad),          TEST(test_faults),     TEST(test_parts),
      TEST(test_stop),         TEST(test_many_texts), TEST(test_files)};
  return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
