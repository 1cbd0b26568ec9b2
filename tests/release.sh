#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# release.sh URL [ENTRY]: writes to build/release all that a release of this commit needs: the
# package with its SHA-256, the entry for the index gnu-octave/packages, the manual, and the notes
# from NEWS. URL is the repository's address, on GitHub or a host with GitHub's addresses; the
# entry expects the package at URL/releases/download/VERSION. ENTRY is the index's entry so far,
# whose older versions are kept. Refuses a tree that is not committed or not tested, and versions
# that do not agree.
set -eu
cd "$(dirname "$0")/.."

refuse() {
  echo "make release: $1" >&2
  exit 1
}

# field NAME: of DESCRIPTION, whose long lines go on after a space.
field() {
  awk -v name="$1:" '
    /^[^ ]/ { inside = $1 == name; sub(/^[^ ]* */, "") }
    inside { sub(/^ */, ""); text = text (text == "" ? "" : " ") $0 }
    END { print text }' DESCRIPTION
}

# section: the part of NEWS about this version, without its heading.
section() {
  awk -v heading="nnreg $version, $date" '
    /^nnreg [0-9]/ { inside = $0 == heading; next }
    inside && ! /^=+$/' NEWS
}

is_committed() {
  local changed
  changed=$(git status --porcelain | cut -c4-)
  [ -z "$changed" ] || refuse "not committed: $(head -n 1 <<<"$changed")$1"
}

# (tests/cli/texts.bats compares the versions in README and the manual.)
check_versions() {
  local news tagged
  news=$(sed -n 's/^nnreg \([0-9].*\)$/\1/p' NEWS | head -n 1)
  [ "$news" = "$version, $date" ] ||
    refuse "DESCRIPTION says $version, $date but NEWS begins with $news"
  [ -n "$(section | tr -d '[:space:]')" ] || refuse "NEWS says nothing about $version"
  tagged=$(git rev-parse --quiet --verify "refs/tags/$version^{commit}" || true)
  [ -z "$tagged" ] || [ "$tagged" = "$(git rev-parse HEAD)" ] ||
    refuse "$version is the tag of another commit, ${tagged:0:12}: this one needs a new version"
}

# tests/run.sh writes build/logs/tested: a line "TREE SUITE" for each suite that passed.
check_tests() {
  local tree suite missing=
  tree=$(git rev-parse 'HEAD^{tree}')
  for suite in $(sed -n 's,.*SUITES="\([^"]*\)".*,\1,p' .ci/run | tr + ' '); do
    grep -qxF "$tree $suite" build/logs/tested 2>/dev/null || missing="$missing $suite"
  done
  [ -z "$missing" ] ||
    refuse "these suites have not passed on this commit:$missing; type: make test SUITES=\"${missing# }\""
}

# entry SHA256: in the order of keys that the index checks.
entry() {
  printf '%s\n' --- 'layout: "package"' 'permalink: "nnreg/"' 'description: >-'
  field Description | fold -s -w 76 | sed 's/^/  /; s/ *$//'
  echo 'icon:'
  echo 'links:'
  link 'far fa-copyright' GPL-3.0-or-later "$url/blob/$version/COPYING"
  link 'fas fa-rss' news "$url/releases/"
  link 'fas fa-code-branch' repository "$url/"
  link 'fas fa-book' 'package documentation' "$url/tree/$version/examples/manual"
  link 'fas fa-bug' 'report a problem' "$url/issues"
  # Without a contact the index would send people to Octave's forum.
  local contact
  contact=$(field Maintainer | sed -n 's/.*<\(.*\)>.*/\1/p')
  printf '%s\n' maintainers: "- name: \"$(field Maintainer | sed 's/ *<.*//')\"" \
    "  contact: \"${contact:-$url/issues}\""
  printf '%s\n' versions: "- id: \"$version\"" "  date: \"$date\"" "  sha256: \"$1\"" \
    "  url: \"$url/releases/download/$version/$package\"" '  depends:'
  field Depends | sed 's/, */\n/g' | sed 's/.*/  - "&"/'
  echo '  - "pkg"'
  [ -z "$old" ] || awk -v this="- id: \"$version\"" '
    /^versions:/ { inside = 1; next }
    /^---/ { inside = 0 }
    /^- id:/ { this_one = $0 == this }
    inside && ! this_one' "$old"
  echo ---
}

link() { printf '%s\n' "- icon: \"$1\"" "  label: \"$2\"" "  url: \"$3\""; }

# notes SHA256: NEWS in Markdown.
notes() {
  # ($(...) drops empty lines at the end.)
  printf '%s\n' "$(section | sed -e 's/^ \*\* /- /' -e 's/^    /  /' | sed '/./,$!d')" '' \
    'To install it, in Octave:' '' '```octave' "pkg install $package" 'pkg load nnreg' 'nnreg_selftest' \
    '```' '' "The SHA-256 of $package is" "\`$1\`."
}

url=${1%/} old=${2:-}
version=$(field Version) date=$(field Date)
package=nnreg-$version.tar.gz
folder=build/release
git rev-parse --quiet --verify HEAD >/dev/null || refuse "this folder is no repository of git"
is_committed ''
check_versions
check_tests
[[ $url =~ ^https?://[^\ \"]+$ ]] ||
  refuse "type the repository's address: make release URL=https://HOST/OWNER/nnreg"
[ -z "$old" ] || grep -q '^versions:' "$old" || refuse "$old is no entry of the package index"

rm -rf "$folder" "$folder.new"
mkdir -p "$folder.new/manual"
make -s dist doc >build/release.log 2>&1 || {
  cat build/release.log >&2
  refuse "the package or its manual could not be made"
}
is_committed ', which make doc changed'
cp "build/$package" "$folder.new"
cp build/doc/*.html build/doc/*.png "$folder.new/manual"
sum=$(sha256sum "build/$package" | cut -d' ' -f1)
echo "$sum  $package" >"$folder.new/$package.sha256"
entry "$sum" >"$folder.new/nnreg.yaml"
notes "$sum" >"$folder.new/notes.md"
mv "$folder.new" "$folder"
printf '%s\n' "$folder of nnreg $version, commit $(git rev-parse --short HEAD):" \
  "  $package, $package.sha256   the package, for $url/releases/download/$version" \
  "  nnreg.yaml   the entry for packages/ of gnu-octave/packages" \
  "  manual/      nnreg.html with its pictures" \
  "  notes.md     what is new"
