# shellcheck shell=bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Chroots of Debian's releases, for scripts that read this file. Only root can make them. They set
# chroot, its folder, and mounts: pairs of a folder and its place in the chroot.
mounts=()

# in_chroot COMMAND: a shell's, in $chroot. Its processes and mounts end with it.
in_chroot() {
  # shellcheck disable=SC2016  # for the inner shell
  unshare --mount --pid --fork --kill-child sh -ec '
    root=$1 command=$2
    shift 2
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    while [ $# -gt 1 ]; do
      mkdir -p "$root$2"
      mount --bind "$1" "$root$2"
      shift 2
    done
    exec chroot "$root" sh -c "$command"' - "${chroot:?}" "$1" "${mounts[@]}"
}

# make_chroot RELEASE: $chroot, complete, or none. MIRROR names another mirror than debootstrap's own.
make_chroot() {
  [ ! -d "$chroot" ] || return 0
  rm -rf "$chroot.new"
  mkdir -p "$(dirname "$chroot")"
  unshare --mount debootstrap --variant=minbase --include=make "$1" "$chroot.new" ${MIRROR:+"$MIRROR"} || return
  # A mirror that stands still is taken, too.
  echo 'Acquire::Check-Valid-Until "false";' >"$chroot.new/etc/apt/apt.conf.d/valid-until" &&
    mv "$chroot.new" "$chroot"
}

# give_network: the names of other machines are known in $chroot.
give_network() { cp -L /etc/resolv.conf /etc/hosts "$chroot/etc"; }
