# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""run_notebook.py NOTEBOOK: runs it under octave-kernel and prints its text, and a line for
each picture. A cell that fails is an error."""

import base64
import sys

import nbformat
from nbclient import NotebookClient

book = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(book)
NotebookClient(book, timeout=300, kernel_name="octave").execute()
for cell in book.cells:
    for output in cell.get("outputs", []):
        if "image/png" in output.get("data", {}):
            size = len(base64.b64decode(output["data"]["image/png"]))
            print("(picture)" if size > 3000 else "(blank picture)")  # one colour has less
        print(output.get("text", ""), end="")
