# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What README.md and the chapters of the manual say is true.

# shellcheck disable=SC2016 # backquotes of Markdown

load common

setup() {
  cd "$BATS_TEST_TMPDIR" || return 1
  unset DISPLAY WAYLAND_DISPLAY
  texts=("$root/README.md" "$root"/examples/manual/*.md)
}

octave_here() { octave_in "$root/build/prefix" "$@"; }

# run_text FILE: runs its code and compares what it prints.
run_text() {
  export XDG_DATA_HOME=$root/build/prefix XDG_CONFIG_HOME=$root/build/prefix
  python3 "$root/tests/tools/chapters.py" run "$1" \
    "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet
}

@test "README is short, and its code prints and draws what it says" {
  [ "$(wc -l <"$root/README.md")" -le 150 ]
  # from nothing to the picture in at most 15 lines
  awk '/^```octave/ { on = 1; next } on { print } /nnreg_plot/ { exit }' "$root/README.md" >typed
  [ "$(wc -l <typed)" -le 15 ]
  grep -q nnreg_plot typed
  SECONDS=0
  run -0 run_text "$root/README.md"
  [ -z "$output" ]
  [ -s l1_against_l2.png ]
  [ $SECONDS -lt 60 ]
}

@test "the code in the chapters of the manual prints what they say" {
  for file in "$root"/examples/manual/*.md; do
    grep -q '^```octave' "$file"
    run_text "$file"
  done
}

@test "a chapter with a wrong number, a wrong word or an error does not pass" {
  chapter() { printf '%s\n' '```octave' "$1" '```' '' '```text' "$2" '```' >chapter.md; }
  chapter 'printf ("accuracy %.3f\n", 0.962)' 'accuracy 0.960'
  run -0 run_text chapter.md
  chapter 'printf ("accuracy %.3f\n", 0.962)' 'accuracy 0.862'
  run -1 run_text chapter.md
  [[ $output == *'expected "0.862", got "0.962"'* ]]
  chapter 'printf ("accuracy %.3f\n", 0.962)' 'accuracies 0.962'
  run -1 run_text chapter.md
  chapter 'disp (1)' '1 2'
  run -1 run_text chapter.md
  chapter 'nnreg_none ()' ''
  run -1 run_text chapter.md
  [[ $output == *undefined* ]]
}

# no_missing_files FILE...: each file and folder that these name is there. (Capitals stand for any.)
no_missing_files() {
  cat "$@" | grep -oE '\b(examples|tests|octave|csrc)/[A-Za-z0-9_+./-]*[A-Za-z0-9_]' |
    grep -vE 'NAME|ROOM|_$' | sort -u >files
  [ -s files ]
  while read -r file; do
    [ -e "$root/$file" ] || { echo "no file $file"; return 1; }
  done <files
}

@test "make knows every target that the texts name" {
  # (in blocks and `code`; a sentence can have the word too)
  cat "${texts[@]}" "$root/CONTRIBUTING.md" | grep -oE '^make [a-z-]+|`make [a-z-]+' |
    tr -d '`' | sort -u >targets
  grep -qx 'make bench-quick' targets
  while read -r _ target; do
    grep -q "^$target:" "$root/Makefile" || { echo "no target $target"; return 1; }
  done <targets
}

# In Octave 9 and newer what follows without one is no help: pkg install warns, help finds nothing.
@test "an empty line parts the licence from the help, in every m-file that users get" {
  run find "$root/octave" "$root/examples" -name '*.m' -exec awk 'FNR == 3 && $0 != "" { print FILENAME }' {} +
  [ -z "$output" ]
  [ "$(find "$root/octave" "$root/examples" -name '*.m' -exec awk 'FNR == 3' {} + | wc -l)" -gt 300 ]
}

@test "every file that README and the manual name is there" {
  no_missing_files "${texts[@]}"
  for link in $(grep -ohE '\]\([A-Za-z0-9_./-]+\)' "${texts[@]}" | tr -d ']()'); do
    [ -e "$root/$link" ] || [ -e "$root/examples/manual/$link" ] || { echo "no $link"; return 1; }
  done
}

@test "every file that CONTRIBUTING.md names is there" {
  no_missing_files "$root/CONTRIBUTING.md"
}

@test "every public function is in README's table, in INDEX and in help nnreg, and no other" {
  ls "$root"/octave/nnreg*.m | sed 's,.*/,,;s,\.m$,,' | sort >public
  sed -n 's/^ //p' "$root/INDEX" | sort | diff public -
  sed -n 's/^| `\(nnreg[a-z_]*\)` |.*/\1/p' "$root/README.md" | sort | diff public -
  run -0 octave_here --eval 'pkg load nnreg; help nnreg'
  grep -oE '^ +nnreg_[a-z]+  ' <<<"$output" | tr -d ' ' | sort | diff <(grep _ public) -
  grep -ohE '\bnnreg_[a-z]+' "${texts[@]}" | sort -u >named
  [ -z "$(comm -13 public <(grep -v '^nnreg_course$' named))" ]
}

@test "the package that the texts name has the version in DESCRIPTION" {
  grep -ohE '\bnnreg-[0-9.]+\.tar' "${texts[@]}" | sort -u >versions
  [ "$(cat versions)" = "nnreg-$(sed -n 's/^Version: *//p' "$root/DESCRIPTION").tar" ]
}

@test "the messages that the chapter Installation explains are those of nnreg" {
  sed -n '/^## What goes wrong/,$s/^| .*`\(nnreg [^`.]*\|the compiled[^`]*\|OpenBLAS[^`]*\)[`.].*/\1/p' \
    "$root/examples/manual/10-installation.md" >messages
  [ "$(wc -l <messages)" -ge 5 ]
  while read -r text; do
    text=${text%,*}
    grep -rqF "${text//\'/\'\'}" "$root"/csrc "$root"/octave || { echo "no $text"; return 1; }
  done <messages
}
