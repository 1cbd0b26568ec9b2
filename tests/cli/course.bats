# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup_file() {
  ln -s "$root/build/prefix" "$BATS_FILE_TMPDIR/prefix"
  # the package is the one that is installed
  (cd "$root" && make -s -o "$BATS_FILE_TMPDIR/prefix/installed" course BUILD="$BATS_FILE_TMPDIR" \
    TEST_ENV="XDG_DATA_HOME='$root/build/prefix' XDG_CONFIG_HOME='$root/build/prefix'") >/dev/null
  cd "$BATS_FILE_TMPDIR" || return 1
  for kit in student teacher; do
    mkdir $kit
    tar xzf nnreg-course-$kit.tar.gz -C $kit
  done
}

setup() {
  cd "$BATS_FILE_TMPDIR" || return 1
  unset DISPLAY WAYLAND_DISPLAY
}

@test "the students' archive has no answers, the teachers' has all" {
  run -0 tar tzf nnreg-course-student.tar.gz
  for file in answers/auc.m README.md README.html INSTALL.html nnreg_course_check.m private/tasks.txt; do
    [[ $output == *nnreg-course/$file* ]]
  done
  [[ $output != *solutions* && $output != *TEACHER* && $output != */teacher* && $output != *grade_* ]]
  [[ $output != *course_data* && $output != *.texi* ]]
  run -0 tar tzf nnreg-course-teacher.tar.gz
  for file in solutions/auc.m TEACHER.html answers/auc.m teacher/new_task.m nnreg_course_grade.m INSTALL.html; do
    [[ $output == *nnreg-course/$file* ]]
  done
  [[ $output != *.texi* ]]
}

# code_of FILE...: what they say without blanks and comment marks, a line each.
code_of() {
  tr -d ' \t#%' | tr "'" '"'
}

@test "the students' archive has no formula of an answer, in no file and no comment" {
  # neither what the model answers compute, but for lines that students are given ...
  cat student/nnreg-course/answers/*.m | code_of | sort -u >given
  grep -vh '^##\|^function\|^end$' teacher/nnreg-course/solutions/*.m | code_of | sort -u |
    comm -23 - given | sed 's/^[][A-Za-z0-9_,()]*=//;s/;$//' | grep -E '.{9}' |
    grep -vE '^"|^if|^for|^zeros\(|^nnreg_fit\(' >formulas
  [ "$(wc -l <formulas)" -ge 20 ]
  find student/nnreg-course -type f -exec cat {} + | code_of >all
  run ! grep -nFf formulas all
  # ... nor their parts in other words
  cat >parts <<'END'
(sum|mean)\(abs|abs\(W|sign\((z|w|W)|max\(abs|abs\(z\)
(W|W\(:\)|w|errors?|e|misses)\.?\^2
2\*(lambda|X|hits|mean)|rate\*(lambda|grad)|lambda\*(W|w|sign|sum|2)
X\*w\+b|X\*theta|(std|spread)[^ ]*/|sqrt\(|min\(mean|means?<=|lowest
mod\(|accumarray|diag\(C|hits\./|sum\(C|scores\(positive|gaps\(
\|w\||max\(\|z\||w\^2|std/
END
  grep -vE '^(rate=1/\(2\*norm|.*norm\(\[X)' all >without_given
  run ! grep -nEf parts without_given
  # and these patterns find them where they are
  cat teacher/nnreg-course/solutions/*.m | code_of >answers
  [ "$(grep -cEf parts answers)" -ge 25 ]
}

@test "with the installed package, students start at 0 points and teachers have 100" {
  cd student/nnreg-course
  run -0 nnreg "nnreg_course_check"
  [[ $output == *" 0 of 100 points, 0 %"* ]]
  cd ../../teacher/nnreg-course
  run -0 nnreg "nnreg_course_check ('solutions')"
  [[ $output == *" 100 of 100 points, 100 %"* ]]
  run -0 nnreg "nnreg_course_check ('../../student/nnreg-course/answers')"
  [[ $output == *" 0 of 100 points, 0 %"* ]]
}

@test "an answer that is filled in gets its points, in a folder with blanks in its name" {
  mkdir "my answers"
  cp student/nnreg-course/answers/*.m "my answers"
  sed -i 's/^  ## ---- your code.*/w = sign (z) .* max (abs (z) - t, 0);/' "my answers/soft_threshold.m"
  run -0 nnreg "cd student/nnreg-course; nnreg_course_check ('../../my answers')"
  [[ $output == *"soft_threshold         10 of 10"* && $output == *" 10 of 100 points"* ]]
}

@test "any letters in the names of the folders, TMPDIR too: right answers get all points" {
  odd="it's \$HOME \"q\" \`id\` \\b %d ä(;&)[x]*"
  mkdir "$odd" "$odd:t"
  cp -r teacher/nnreg-course "$odd/kit"
  export TMPDIR="$BATS_FILE_TMPDIR/$odd:t"
  run -0 nnreg "cd (getenv ('TMPDIR')(1:end-2)); cd kit; nnreg_course_check ('solutions', 'auc', 'cv_errors')"
  [[ $output == *" 17 of 17 points"* ]]
  [ -z "$(ls -A "$TMPDIR")" ]
  mv "$odd/kit/solutions" "$odd/a:b"
  run -0 nnreg "cd (getenv ('TMPDIR')(1:end-2)); cd kit; nnreg_course_check ('../a:b', 'auc', 'lasso')"
  [[ $output == *" 17 of 17 points"* ]]
}

@test "an answer that never ends is stopped, and no process of it is left" {
  mkdir endless
  echo 'function A = auc (positive, scores), while (true), end, end' >endless/auc.m
  cp -r teacher/nnreg-course patient
  sed -i 's/TimeLimit = 30/TimeLimit = 2/' patient/course_settings.m
  TMPDIR=$BATS_TEST_TMPDIR run -0 nnreg "cd patient; nnreg_course_check ('../endless', 'auc')"
  [[ $output == *"no answer within 2 seconds"* ]]
  run pgrep -f "$BATS_TEST_TMPDIR/.*start.m"
  [ "$status" -eq 1 ]
}

@test "the code of the assignment's text runs, and its points add up" {
  points=$(sed -n 's/^## Part .*(\([0-9]*\) points)$/\1/p' "$root/examples/course/README.md" | paste -sd+)
  [ $((points)) -eq 100 ]
  awk '/^## With nnreg/ { on = 1 } /^```/ { inside = ! inside; next } on && inside' \
    "$root/examples/course/README.md" >assignment.m
  run -0 nnreg "source assignment.m"
  [ -s l1_against_l2.png ]
}

@test "a grading run that is killed goes on where it was" {
  cd teacher/nnreg-course
  for k in 1 2 3 4; do
    mkdir -p "many/Jörg $k"
    cp solutions/l?_*.m "many/Jörg $k"
  done
  # the third holds the run until it is killed, the next run is not to wait for it
  echo 'function [P, g] = l1_penalty (W, l), while (true), end, end' >"many/Jörg 3/l1_penalty.m"
  TMPDIR=$BATS_TEST_TMPDIR nnreg "printf ('pid %d\n', getpid ()); fflush (stdout);
    nnreg_course_grade ('many', 'points.csv')" >log 2>&1 3>&- &
  for ((i = 0; i < 600; i++)); do
    ! grep -q '2 of 4' log || break
    sleep 0.1
  done
  kill -9 "$(sed -n 's/^pid //p' log)"
  wait $! || true
  [ "$(wc -l <points.csv)" -eq 3 ]
  # other code than the other three have, or these would get another remark
  printf '%s\n' 'function [P, grad] = l1_penalty (W, lambda)' 'P = lambda * sum (sum (abs (W)));' \
    'grad = lambda * sign (W);' 'end' >"many/Jörg 3/l1_penalty.m"
  run -0 nnreg "nnreg_course_grade ('many', 'points.csv')"
  [ "$(grep -c ', as before' <<<"$output")" -eq 2 ]
  [ "$(cut -d, -f14 points.csv | tr -d '\r' | paste -sd' ')" = "Points (100) 16 16 16 16" ]
}

@test "on paper no line of the assignment or of the manual is cut: print styles wrap code" {
  for page in student/nnreg-course/{README,INSTALL}.html teacher/nnreg-course/TEACHER.html; do
    grep -A12 '@media print' "$page" | grep -q 'white-space: pre-wrap; overflow-wrap: anywhere'
    run ! grep -nE '^(#|```|\||- )|\]\(|\*\*' "$page"
  done
  grep -qE '<h2 class="unnumbered"[^>]*>(<span>)?Windows<' student/nnreg-course/INSTALL.html
}
