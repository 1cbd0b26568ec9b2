# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup_file() {
  make -s -C "$BATS_TEST_DIRNAME/../.." course BUILD="$BATS_FILE_TMPDIR" >/dev/null
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
  [[ $output == *answers/auc.m* && $output == *README.md* && $output == *nnreg_course_check.m* ]]
  [[ $output != *solutions* && $output != *TEACHER* ]]
  run -0 tar tzf nnreg-course-teacher.tar.gz
  [[ $output == *solutions/auc.m* && $output == *TEACHER.md* && $output == *answers/auc.m* ]]
}

@test "with the installed package, students start at 0 points and teachers have 100" {
  cd student/nnreg-course
  run -0 nnreg "nnreg_course_check"
  [[ $output == *" 0 of 100 points"* ]]
  cd ../../teacher/nnreg-course
  run -0 nnreg "nnreg_course_check ('solutions')"
  [[ $output == *" 100 of 100 points"* ]]
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
  run -0 nnreg "cd (getenv ('TMPDIR')(1:end-2)); cd kit; nnreg_course_check ('solutions')"
  [[ $output == *" 100 of 100 points"* ]]
  [ -z "$(ls -A "$TMPDIR")" ]
  mv "$odd/kit/solutions" "$odd/a:b"
  run ! nnreg "cd (getenv ('TMPDIR')(1:end-2)); cd kit; nnreg_course_check ('../a:b')"
  [[ $output == *"nnreg_course_check: Octave finds no functions in a folder with : in its name: ../a:b"* ]]
}

@test "an answer that never ends is stopped, and no process of it is left" {
  mkdir endless
  echo 'function A = auc (positive, scores), while (true), end, end' >endless/auc.m
  cp -r teacher/nnreg-course patient
  sed -i 's/TimeLimit = 30/TimeLimit = 2/' patient/course_settings.m
  run -0 nnreg "cd patient; nnreg_course_check ('../endless', 'auc')"
  [[ $output == *"no answer within 2 seconds"* ]]
  run pgrep -f "$BATS_FILE_TMPDIR/patient/private/answer_child.m"
  [ "$status" -eq 1 ]
}

@test "the code of the assignment's text runs, and its points add up" {
  points=$(sed -n 's/^## Part .*(\([0-9]*\) points)$/\1/p' "$root/examples/course/README.md" | paste -sd+)
  [ $((points)) -eq 100 ]
  awk '/^## With nnreg/ { on = 1 } on && /^    / { print substr($0, 5) }' \
    "$root/examples/course/README.md" >assignment.m
  run -0 nnreg "source assignment.m"
  [ -s l1_against_l2.png ]
}
