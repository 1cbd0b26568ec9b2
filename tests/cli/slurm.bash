# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A real SLURM on this machine's loopback, without systemd, for the tests that load this.

# Installs SLURM, or skips the test; under CI it must be there.
need_slurm() {
  make -s -C "$root" slurm-ready >/dev/null 2>&1
  command -v slurmctld >/dev/null && command -v slurmd >/dev/null && command -v munged >/dev/null &&
    return 0
  if [ -n "${CI:-}" ]; then
    echo "SLURM cannot be installed"
    return 1
  fi
  skip "SLURM cannot be installed here"
}

# start_slurm FOLDER NODES: controller, authentication and so many emulated nodes (1 or 2) of
# two cores each; SLURM_CONF leads there.
start_slurm() {
  slurm=$1
  local user host node
  user=$(id -un)
  host=$(hostname -s)
  mkdir -p "$slurm/state"
  chmod 755 "$slurm"
  dd if=/dev/urandom of="$slurm/munge.key" bs=1024 count=1 status=none
  chmod 600 "$slurm/munge.key"
  cat >"$slurm/slurm.conf" <<END
ClusterName=nnreg
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
SlurmctldPort=16817
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$slurm/munge.socket
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool-%n
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd-%n.pid
SlurmctldLogFile=$slurm/slurmctld.log
SlurmdLogFile=$slurm/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=bf_interval=1
ReturnToService=2
SlurmdTimeout=5
MailProg=/bin/true
NodeName=n[1-2] NodeHostname=$host NodeAddr=127.0.0.1 Port=[16821-16822] CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=n[1-$2] Default=YES MaxTime=INFINITE State=UP
END
  [ "$2" = 2 ] || sed -i 's/^NodeName=.*/NodeName=n1 NodeHostname='"$host"' NodeAddr=127.0.0.1 Port=16821 CPUs='"$(nproc)"' State=UNKNOWN/; s/n\[1-1\]/n1/' "$slurm/slurm.conf"
  export SLURM_CONF=$slurm/slurm.conf
  munged --key-file="$slurm/munge.key" --socket="$slurm/munge.socket" \
    --pid-file="$slurm/munged.pid" --log-file="$slurm/munged.log" --seed-file="$slurm/munge.seed" \
    --force 2>/dev/null
  slurmctld 3>&-
  for node in $(seq "$2"); do start_node "n$node"; done
  for _ in $(seq 100); do
    [ "$(sinfo --noheader --format=%t 2>/dev/null | sort -u)" = idle ] && return 0
    sleep 0.2
  done
  sinfo
  tail "$slurm"/*.log
  return 1
}

start_node() { slurmd -N "$1" 3>&-; }

# stop_daemon PIDFILE [SIGNAL]: waits until it is gone.
stop_daemon() {
  local process
  [ -e "$1" ] || return 0
  process=$(cat "$1")
  kill "-${2:-TERM}" "$process" 2>/dev/null || return 0
  for _ in $(seq 100); do
    kill -0 "$process" 2>/dev/null || return 0
    sleep 0.1
  done
}

stop_slurm() {
  local ids
  [ -n "${slurm:-}" ] || return 0
  ids=$(squeue --noheader --format=%A 2>/dev/null | sort -u | tr '\n' ' ')
  # shellcheck disable=SC2086  # a list of words
  [ -z "$ids" ] || scancel $ids
  for _ in $(seq 50); do
    [ -z "$(squeue --noheader 2>/dev/null)" ] && break
    sleep 0.2
  done
  for daemon in slurmd-n1 slurmd-n2 slurmctld munged; do stop_daemon "$slurm/$daemon.pid"; done
}
