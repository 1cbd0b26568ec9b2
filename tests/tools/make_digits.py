#!/usr/bin/env python3
"""Makes octave/digits.idx.gz from the digits' table: 1797 rows of 64 pixels and a label.

Usage: make_digits.py digits.csv.gz octave/digits.idx.gz

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""

import gzip
import struct
import sys

UINT8 = 0x08


def main(source, target):
    with gzip.open(source, "rt") as table:
        rows = [[int(float(cell)) for cell in line.split(",")] for line in table]
    width = len(rows[0])
    if any(len(row) != width for row in rows):
        sys.exit(f"{source}: its rows differ in length")
    content = struct.pack(">BBBBII", 0, 0, UINT8, 2, len(rows), width)
    content += bytes(cell for row in rows for cell in row)
    with open(target, "wb") as file:
        file.write(gzip.compress(content, 9, mtime=0))  # the same bytes each time


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
