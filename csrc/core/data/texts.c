/* The different texts of a column, numbered in the order in which they come.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fields.h"
#include "os/os.h"

static uint64_t hash_of(const nnreg_field *field)
{
  const uint64_t factor = 0x9E3779B97F4A7C15U;
  const unsigned char *at = field->first;
  size_t left = nnreg_field_bytes(field);
  uint64_t hash = left + factor * field->doubled, part;
  for (; left >= 8; at += 8, left -= 8) {
    memcpy(&part, at, 8);
    hash = (hash ^ part) * factor;
    hash ^= hash >> 29;
  }
  part = 0;
  memcpy(&part, at, left);
  hash = (hash ^ part) * factor;
  return hash ^ hash >> 32;
}

static void put(nnreg_dictionary *to, size_t entry)
{
  const size_t mask = 2 * to->room - 1;
  size_t at = to->entries[entry].hash & mask;
  while (to->places[at]) at = (at + 1) & mask;
  to->places[at] = (uint32_t)(entry + 1);
}

static bool grow(nnreg_dictionary *old)
{
  enum { FIRST_ROOM = 64 };
  nnreg_dictionary next = {.count = old->count, .room = old->room ? 2 * old->room : FIRST_ROOM};
  next.entries = nnreg_alloc(next.room, sizeof *next.entries);
  next.places = nnreg_alloc(2 * next.room, sizeof *next.places);
  bool grown = next.entries && next.places;
  if (grown) {
    memset(next.places, 0, 2 * next.room * sizeof *next.places);
    if (old->count > 0) memcpy(next.entries, old->entries, old->count * sizeof *next.entries);
    for (size_t i = 0; i < next.count; i++) put(&next, i);
  }
  nnreg_dictionary *waste = grown ? old : &next;
  nnreg_free(waste->entries);
  nnreg_free(waste->places);
  if (grown) *old = next;
  return grown;
}

static bool is_entry(const nnreg_text_entry *entry, const nnreg_field *field, uint64_t hash)
{
  return entry->hash == hash && entry->bytes == nnreg_field_bytes(field) &&
         entry->doubled == field->doubled &&
         memcmp(entry->first, field->first, nnreg_field_bytes(field)) == 0;
}

uint32_t nnreg_dictionary_number(nnreg_dictionary *texts, const nnreg_field *field, uint64_t start)
{
  if (texts->count == texts->room && !grow(texts)) return 0;
  const uint64_t hash = hash_of(field);
  const size_t mask = 2 * texts->room - 1;
  for (size_t at = hash & mask; texts->places[at]; at = (at + 1) & mask)
    if (is_entry(&texts->entries[texts->places[at] - 1], field, hash)) return texts->places[at] + 1;
  texts->entries[texts->count] = (nnreg_text_entry){.start = start,
                                                    .bytes = nnreg_field_bytes(field),
                                                    .first = field->first,
                                                    .hash = hash,
                                                    .doubled = field->doubled};
  put(texts, texts->count++);
  return (uint32_t)texts->count + 1;
}

void nnreg_dictionary_free(nnreg_dictionary *texts)
{
  nnreg_free(texts->entries);
  nnreg_free(texts->places);
  *texts = (nnreg_dictionary){0};
}
