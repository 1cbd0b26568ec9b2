#!/bin/sh
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# setup.sh PACKAGE...: installs those of the Debian packages that are missing.
set -eu

if ! command -v dpkg-query >/dev/null; then
  echo "This is not Debian; see that you have the like of: $*"
  exit 0
fi

missing=
for package; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
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
$as_root apt-get update -q
# shellcheck disable=SC2086  # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
