# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A search of 48 candidates and 3 folds.

# run_search OPTIONS FILE: writes the search's Results, without the times, to FILE. It replaces
# the shell, so that a kill hits Octave itself.
run_search() {
  cat >"$2.m" <<END
pkg load nnreg
[X, y] = nnreg_digits ();
grid = {"Lambda", logspace(-5, -1, 8), "Penalty", {"l1", "l2"}, "LayerSizes", {16, [24 12], 64}};
r = nnreg_gridsearch (X / 16, y, grid, "Epochs", ${EPOCHS:-80}, "Verbose", 0, "Refit", false, ...
                      "Threads", 2, $1);
$results_of_r
save ("-binary", "$2.part", "results");
rename ("$2.part", "$2");
END
  XDG_DATA_HOME="$root/build/prefix" XDG_CONFIG_HOME="$root/build/prefix" \
    exec "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet "$2.m"
}

# Whether the Results in two files are the same to the last bit.
same_results() {
  nnreg "assert (isequaln (load ('$1').results, load ('$2').results))"
}

# The complete lines in a study's results, their number, and the number of different jobs in them.
whole_lines() { awk 1 "$1"/results/*.txt | grep -E '^[0-9]+ [0-9]+ [0-9a-f]+ [0-9a-f]{8}$'; }
count_records() { whole_lines "$1" | wc -l; }
count_jobs() { whole_lines "$1" | cut -d' ' -f1,2 | sort -u | wc -l; }
