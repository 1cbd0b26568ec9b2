#!/bin/sh
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# setup.sh PACKAGE...: installs the Debian packages that are missing.
set -eu

if ! command -v dpkg-query >/dev/null; then
  echo "This is not Debian; install the equivalents of: $*"
  exit 0
fi

# A package may be installed for other architectures only.
native=$(dpkg-query -W -f='${Architecture}' dpkg 2>/dev/null || true)
missing=
for package; do
  found=$(dpkg-query -W -f=' ${Architecture} ${db:Status-Status} ' "$package" 2>/dev/null || true)
  case $found in
    *" $native installed "* | *" all installed "*) ;;
    *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null; then
  as_root=sudo
else
  echo "Missing packages; as root, run: apt-get install$missing" >&2
  exit 1
fi
# One at a time: a second apt would fail.
exec 9<"$0"
flock 9
$as_root apt-get update -q
# shellcheck disable=SC2086  # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
