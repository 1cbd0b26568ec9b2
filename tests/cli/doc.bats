# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

@test "the manual has the tutorial with its pictures, every chapter and every function" {
  cd "$BATS_TEST_TMPDIR"
  copy="$BATS_TEST_TMPDIR/copy"
  mkdir "$copy"
  cp -r "$root"/{COPYING,DESCRIPTION,INDEX,NEWS,Makefile,csrc,octave,examples,tests} "$copy"
  mkdir "$copy/build"
  cp -r "$root/build/prefix" "$copy/build"
  # the package is the one that is installed
  run -0 make -C "$copy" -o build/prefix/installed doc
  [[ $output != *Installed* ]]
  page="$copy/build/doc/nnreg.html"
  [ "$(grep -c '<img' "$page")" -ge 7 ]
  while read -r picture; do
    [ -s "$copy/build/doc/$picture" ]
  done < <(grep -o 'tutorial-[0-9]*\.png' "$page" | sort -u)
  while read -r picture; do
    grep -q "<img [^>]*src=\"$picture\"" "$page"
    [ -s "$copy/build/doc/$picture" ]
    # with all its words, also those behind a comma
    words=$(sed -nE "s/^!\[(.*)\]\(.*$picture\)\$/\1/p" "$root"/examples/manual/*.md)
    grep -qF "src=\"$picture\" alt=\"$words\"" "$page"
  done < <(grep -oh '[a-z0-9_]*\.png' "$root"/examples/manual/*.md)
  # every heading of a chapter is one of the page, and no Markdown is left
  while read -r heading; do
    grep -qE "<h[1-6] class=\"(chapter|section)\"[^>]*>(<span>)?[0-9.]+ $heading<" "$page"
  done < <(grep -h '^#' "$root"/examples/manual/*.md | sed 's/^#* //')
  run ! grep -nE '^(#|```|\||- )|\]\(|\*\*' "$page"
  # the chapters are in the order of their numbers
  for file in $(cd "$root/examples/manual" && printf '%s\n' *.md | sort -n); do
    sed -n '1s/^# //p' "$root/examples/manual/$file"
  done >"$BATS_TEST_TMPDIR/chapters"
  sed -nE 's,.*<h[1-6] class="chapter"[^>]*>(<span>)?[0-9]+ ([^<]*)<.*,\2,p' "$page" | sed '1d;$d' |
    diff "$BATS_TEST_TMPDIR/chapters" -
  while read -r name; do
    grep -q "<strong class=\"def-name\">$name\|<strong>$name</strong>" "$page"
  done < <(grep '^ ' "$root/INDEX")
  # on paper code wraps, and no box is empty
  grep -A12 '@media print' "$page" | grep -q 'white-space: pre-wrap; overflow-wrap: anywhere'
  tr -d '\n' <"$page" >one_line
  run ! grep -q '<pre class="example"> *</pre>' one_line
  # the notebook in the repository is the tutorial's
  cmp "$copy/examples/tutorial.ipynb" "$root/examples/tutorial.ipynb"
}
