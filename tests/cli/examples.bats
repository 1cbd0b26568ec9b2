# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup() {
  cd "$BATS_TEST_TMPDIR" || return 1
  unset DISPLAY WAYLAND_DISPLAY
}

# need VARIABLE [FILE]: skips if the folder in VARIABLE, or FILE in it, is missing; under CI fails.
need() {
  local reason="no data: $1 is not set"
  [ -z "${!1:-}" ] || reason="no data: ${!1}${2:+/$2} is missing"
  if [ ! -e "${!1:-}/${2:-}" ] || [ -z "${!1:-}" ]; then
    echo "$reason"
    [ -z "${CI:-}" ] || return 1
    skip "$reason"
  fi
}

# example NAME: runs it with the installed package, in the current folder.
example() { octave_in "$root/build/prefix" "$root/examples/$1.m"; }

# number PATTERN N [FILE]: the N-th field from the end of the last line with PATTERN.
number() { grep -- "$1" "$3" | tail -1 | awk -v n="$2" '{ sub("%", "", $(NF - n + 1)); print $(NF - n + 1) }'; }

# holds CONDITION: checks it with awk, which knows fractions.
holds() {
  awk "BEGIN { exit !($1) }" || {
    echo "does not hold: $1"
    return 1
  }
}

# in_the_manual CHAPTER NAME: the table in the chapter is what the example printed to NAME.txt.
in_the_manual() {
  "$root/tests/tools/chapters.py" find "$root/examples/manual/$1.md" "examples/$2.m" "$2.txt"
}

@test "every example runs without a display and without data sets, and prints what it should" {
  unset NNREG_DATA_DIR NNREG_HOUSING_CSV
  export NNREG_MNIST_DIR=$BATS_TEST_TMPDIR/none
  for file in "$root"/examples/*.m; do
    # runs as a notebook, and for the manual
    [ "${file##*/}" != tutorial.m ] || continue
    run -0 example "$(basename "$file" .m)"
    [[ -n $output && $output != *error:* && $output != *"does nothing here"* ]]
    [[ $output != *"too few to learn"* ]]
    echo "$output" >"$(basename "$file" .m).txt"
  done
  holds "$(number '^l1 ' 4 digits_demo.txt) > 0.94 && $(number '^l1 ' 3 digits_demo.txt) > 40"
  holds "$(number '^l2 ' 4 digits_demo.txt) > 0.94 && $(number '^l2 ' 3 digits_demo.txt) == 0"
  holds "$(grep -c '^ .*%' grid_search.txt) == 15 && $(sed -n 's/^best: accuracy of \([0-9.]*\),.*/\1/p' grid_search.txt) > 0.94"
  holds "$(number 'l1, proximal' 3 mnist_l1_l2.txt) > 30 && $(number 'l1, subgradient' 3 mnist_l1_l2.txt) == 0"
  holds "$(number 'rise and fall' 4 sparse_mnist.txt) > 0.94 && $(number 'rise and fall' 3 sparse_mnist.txt) < 16000"
  grep -Fqx 'inputs found: [1 2 3 4 5]' feature_selection.txt
  holds "$(number '^nnreg_path   ' 1 feature_selection.txt) < 1.25 && $(number '^linear' 1 feature_selection.txt) > 2"
  holds "$(number '^ *20 ' 6 path_mnist.txt) > $(number '^ *20 ' 5 path_mnist.txt)"
  run ! grep ' no$' elastic_net_vs_glmnet.txt
  holds "$(number '^  yes  ' 4 churn.txt) > 0.7"
  [ "$(grep -cE '^C0000[1-5] (yes|no) [01][.]' churn.txt)" = 5 ]
  [ "$(grep -oE '^gene[1-5] ' genes.txt | tr -d ' \n')" = gene1gene2gene3gene4gene5 ]
  holds "$(sed -n 's/.*RMSE \([0-9.]*\), of the mean alone \([0-9.]*\)$/\1 < \2 \/ 3/p' genes.txt)"
  # Twelve lines from the raw file to the next day's predictions.
  for name in churn genes house_prices; do
    [ "$(sed '1,/ From here /d; / To here /,$d' "$root/examples/$name.m" | grep -c .)" -le 12 ]
  done
  in_the_manual 3-paths feature_selection
  [ -s l1_against_l2.png ] && [ -s surviving_pixels.png ]
}

@test "the short examples print what they say" {
  count=0
  for file in "$root"/examples/short/*.m; do
    sed -n '/^## Output:/,$ { /^## Output:/d; s/^## //p }' "$file" >expected
    run -0 --separate-stderr example "short/$(basename "$file" .m)"
    [ -s expected ]
    printf '%s\n' "$output" >printed
    "$root/tests/tools/chapters.py" same expected printed || { echo "$file"; return 1; }
    count=$((count + 1))
  done
  [ $count -ge 10 ]
}

# Minutes of two processors: make long-examples.
@test "the examples of penalties, of sparsity and of selection run on MNIST" {
  [ -n "${NNREG_LONG:-}" ] || skip "make long-examples runs it"
  need NNREG_MNIST_DIR
  for name in mnist_l1_l2 sparse_mnist path_mnist; do
    run -0 example $name
    [[ $output == *MNIST* || $output == *pixels* ]]
    [[ $output != *"digits of the package take"* ]]
    echo "$output" >$name.txt
  done
  [ -s surviving_pixels.png ]
  in_the_manual 3-paths path_mnist
}

@test "the house prices example runs on the housing table" {
  need NNREG_DATA_DIR housing/housing.csv.gz
  gunzip -c "$NNREG_DATA_DIR/housing/housing.csv.gz" >housing.csv
  NNREG_HOUSING_CSV=$PWD/housing.csv run -0 example house_prices
  echo "$output" >prices.txt
  holds "$(number '^  1   ' 3 prices.txt) < 53500"
  holds "$(number '^A block of today' 2 prices.txt) > 100000"
}
