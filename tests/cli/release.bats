# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make release on a small repository whose tests are said to have passed. An Octave in its place
# installs nothing and writes a page for the manual; the real manual is in doc.bats.

load common

url=https://example.org/someone/nnreg

setup() {
  copy=$BATS_TEST_TMPDIR/copy
  copy_tree "$copy"
  mkdir -p "$copy/tests" "$copy/.ci" "$copy/bin"
  cp "$root"/tests/{release,run,setup}.sh "$copy/tests"
  mkdir "$copy/tests/tools" && cp "$root/tests/tools/manual.css" "$copy/tests/tools"
  cp "$root/.gitignore" "$root/README.md" "$copy"
  echo 'make test SUITES="lint core+cli"' >"$copy/.ci/run"
  cat >"$copy/bin/octave" <<'END'
#!/bin/sh
mkdir -p build/prefix
case $* in
  *make_manual*)
    printf '%s\n' '\input texinfo' '@node Top' '@top nnreg' 'A page.' '@bye' >build/doc/nnreg.texi
    echo picture >build/doc/one.png
    [ ! -e tests/tools/forgotten ] || echo "# %%" >>examples/tutorial.m
    ;;
esac
END
  chmod +x "$copy/bin/octave"
  cd "$copy" || return 1
  export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x@x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x@x
  git init -q . && commit
}

commit() { git add -A && git commit -q --allow-empty -m test; }

# say_passed SUITE...: as tests/run.sh does.
say_passed() {
  mkdir -p build/logs
  printf "$(git rev-parse 'HEAD^{tree}') %s\n" "$@" >>build/logs/tested
}

release() { make -s release OCTAVE="$copy/bin/octave" URL="$url" "$@"; }

# refused TEXT [ARGUMENT...]: make release fails in one line with TEXT, and leaves no files.
refused() {
  local text=$1
  shift
  run ! release "$@"
  [[ ${lines[0]} == "make release: "*"$text"* ]]
  [ "$(grep -vc '^make' <<<"$output")" = 0 ]
  [ ! -e build/release ]
}

@test "release: the package, its checksum, the manual, an entry for the index and the notes" {
  say_passed lint core cli
  run -0 release
  cd build/release
  version=$(sed -n 's/^Version: *//p' "$copy/DESCRIPTION")
  [ "$(printf '%s ' *)" = "manual nnreg-$version.tar.gz nnreg-$version.tar.gz.sha256 nnreg.yaml notes.md " ]
  sha256sum --check --quiet ./*.sha256
  cmp "nnreg-$version.tar.gz" "$copy/build/nnreg-$version.tar.gz"
  grep -q 'A page.' manual/nnreg.html
  [ -s manual/one.png ]
  sum=$(sha256sum ./*.tar.gz | cut -d' ' -f1)

  # The keys of the index, in the order that its own check wants.
  [ "$(grep -oE '^[a-z]+' nnreg.yaml | tr '\n' ' ')" = \
    "layout permalink description icon links maintainers versions " ]
  [ "$(sed -n '1p;$p' nnreg.yaml | tr '\n' ' ')" = "--- --- " ]
  [ "$(sed -n '/^versions/,$p' nnreg.yaml)" = "versions:
- id: \"$version\"
  date: \"$(sed -n 's/^Date: *//p' "$copy/DESCRIPTION")\"
  sha256: \"$sum\"
  url: \"$url/releases/download/$version/nnreg-$version.tar.gz\"
  depends:
  - \"octave (>= 7.0.0)\"
  - \"pkg\"
---" ]
  grep -qx "  contact: \"$url/issues\"" nnreg.yaml
  run ! grep -vE '^.{0,80}$|^  url: ' nnreg.yaml
  # All of the description, in words.
  [ "$(sed -n '/^description/,/^icon/p' nnreg.yaml | sed '1d;$d' | xargs)" = \
    "$(sed -n '/^Description/,/^[A-Z]/p' "$copy/DESCRIPTION" | sed 's/^Description://; /^[A-Z]/d' | xargs)" ]

  # Every item of NEWS for this version.
  [ "$(grep -c '^- ' notes.md)" = "$(grep -c '^ \*\* ' "$copy/NEWS")" ]
  grep -q "$sum" notes.md
}

@test "release: the entry so far keeps its older versions" {
  say_passed lint core cli
  printf '%s\n' --- 'layout: "package"' versions: '- id: "0.0.9"' '  depends:' '  - "pkg"' \
    "- id: \"$(sed -n 's/^Version: *//p' DESCRIPTION)\"" '  sha256: "old"' --- >"$BATS_TEST_TMPDIR/old.yaml"
  run -0 release ENTRY="$BATS_TEST_TMPDIR/old.yaml"
  [ "$(tail -n 5 build/release/nnreg.yaml | tr '\n' ' ')" = '  - "pkg" - id: "0.0.9"   depends:   - "pkg" --- ' ]
  run ! grep -q '"old"' build/release/nnreg.yaml
}

@test "release: refused if changed, untested, or of two versions" {
  refused "these suites have not passed on this commit: lint core cli;"
  say_passed lint cli
  refused "on this commit: core; type: make test SUITES=\"core\""
  say_passed core
  echo "## more" >>octave/nnreg_fit.m
  refused "not committed: octave/nnreg_fit.m"
  commit
  refused "these suites have not passed"
  git reset -q --hard HEAD~
  touch octave/nnreg_new.m
  refused "not committed: octave/nnreg_new.m"
  rm octave/nnreg_new.m

  refused "type the repository's address" URL=
  refused "is no entry of the package index" ENTRY=NEWS
  mkdir tests/tools/forgotten && touch tests/tools/forgotten/file && commit && say_passed lint core cli
  refused "not committed: examples/tutorial.m, which make doc changed"
}

@test "release: refused if DESCRIPTION, NEWS and the tags do not agree" {
  version=$(sed -n 's/^Version: *//p' DESCRIPTION) date=$(sed -n 's/^Date: *//p' DESCRIPTION)
  sed -i 's/^Version:.*/Version: 9.9.9/' DESCRIPTION && commit && say_passed lint core cli
  refused "DESCRIPTION says 9.9.9, $date but NEWS begins with $version, $date"
  sed -i "s/^nnreg $version/nnreg 9.9.9/" NEWS && commit && say_passed lint core cli
  git tag 9.9.9 HEAD~
  refused "9.9.9 is the tag of another commit"
  git tag -f 9.9.9 >/dev/null
  run -0 release
  printf 'nnreg 9.9.9, %s\n\nnnreg 9.9.8, 2001-01-01\n ** old\n' "$date" >NEWS && commit && say_passed lint core cli
  rm -r build/release
  refused "NEWS says nothing about 9.9.9"
}

@test "a suite that passes on committed files is written down, no other" {
  printf '%s\n' '#!/bin/sh' 'echo "ok 1 one"' >bin/bats
  chmod +x bin/bats
  commit
  export PATH=$PWD/bin:$PATH
  run -0 tests/run.sh cli
  [ "$(cat build/logs/tested)" = "$(git rev-parse 'HEAD^{tree}') cli" ]
  rm build/logs/tested
  printf '%s\n' '#!/bin/sh' 'echo "ok 1 one"' 'echo "not ok 2 two"' >bin/bats
  commit
  run -1 tests/run.sh cli
  [ ! -e build/logs/tested ]
  printf '%s\n' '#!/bin/sh' 'echo "ok 1 one"' >bin/bats
  run -0 tests/run.sh cli # not committed
  [ ! -e build/logs/tested ]
  printf '%s\n' '#!/bin/sh' 'echo "ok 1 one"; echo >>NEWS' >bin/bats
  commit
  run -0 tests/run.sh cli # changed meanwhile
  [ ! -e build/logs/tested ]
}
