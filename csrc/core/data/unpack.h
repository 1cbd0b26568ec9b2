/* Files that may be gzipped.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_UNPACK_H
#define NNREG_UNPACK_H

#include <zlib.h>

#include "nnreg.h"
#include "os/os.h"

enum { NNREG_UNPACK_BUFFER = 1 << 16 };

/* A file that is read from its start, unpacked if it is gzipped. */
typedef struct {
  nnreg_reader reader;
  bool gzip;
  bool between_members; /* gzip: one member has ended, none begun */
  z_stream stream;
  unsigned char buffer[NNREG_UNPACK_BUFFER]; /* gzip: compressed bytes ahead */
} nnreg_unpacker;

/* Close it whatever open returns. */
nnreg_status nnreg_unpacker_open(nnreg_unpacker *file, const char *path, nnreg_message *why);
void nnreg_unpacker_close(nnreg_unpacker *file);

/* Up to count unpacked bytes; *got is less only at the end of the file. */
nnreg_status nnreg_unpacker_read(nnreg_unpacker *file, void *bytes, size_t count, size_t *got,
                                 nnreg_message *why);

/* The same, with looks at a stop flag (NULL: none). */
nnreg_status nnreg_unpacker_read_all(nnreg_unpacker *file, const int *flag, void *bytes,
                                     size_t count, size_t *got, nnreg_message *why);

#endif
