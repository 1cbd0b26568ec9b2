# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A real SLURM on this machine's loopback, without systemd.

# An ordinary user's PATH lacks the folder of daemons.
PATH=$PATH:/usr/sbin

# without_slurm REASON: skips the test; under CI the test fails.
without_slurm() {
  echo "$1"
  [ -z "${CI:-}" ] || return 1
  skip "$1"
}

need_slurm() {
  local program log=$BATS_TEST_TMPDIR/slurm-ready.log
  make -s -C "$root" slurm-ready >"$log" 2>&1
  for program in munged slurmctld slurmd; do
    command -v $program >/dev/null ||
      without_slurm "SLURM cannot be installed: $(tail -n 1 "$log")" || return 1
  done
}

# last_words DAEMON: the end of its log without times; three lines, as the last is often general.
last_words() {
  cat "$slurm/$1.err" "$slurm/$1.log" 2>/dev/null | grep . | tail -n 3 |
    sed -E 's/^\[[^]]*\] //; s/^[0-9-]+ [0-9:]+ [+0-9]+ //' | paste -s -d ';' | sed 's/;/; /g'
}

# daemons NODES: names of the daemons, as in their logs, in the order of their start.
daemons() { printf '%s\n' munged slurmctld; seq -f 'slurmd-n%g' "$1"; }

# Whether that daemon is at work.
is_alive() { kill -0 "$(cat "$slurm/$1.pid" 2>/dev/null || echo none)" 2>/dev/null; }

# start_slurm FOLDER NODES [LINE]: starts authentication, a controller and 1 or 2 emulated nodes
# with all cores each, with one more LINE of configuration. Sets SLURM_CONF. If a daemon does not
# start, its last words are the reason to skip.
start_slurm() {
  slurm=$1
  local user host port name tries
  user=$(id -un)
  # Tests of another tree may run at the same time.
  port=$((20000 + RANDOM % 4000 * 3))
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
SlurmctldPort=$port
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
${3:-}
$(for name in $(seq "$2"); do
    echo "NodeName=n$name NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + name)) CPUs=$(nproc) State=UNKNOWN"
  done)
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
  # Version 1 of the plugin is the only one that starts where no cgroups are mounted, in all versions
  # of SLURM from 22.05 to 26.05. The configuration above uses no cgroups.
  echo 'CgroupPlugin=cgroup/v1' >"$slurm/cgroup.conf"
  export SLURM_CONF=$slurm/slurm.conf
  munged --key-file="$slurm/munge.key" --socket="$slurm/munge.socket" \
    --pid-file="$slurm/munged.pid" --log-file="$slurm/munged.log" --seed-file="$slurm/munge.seed" \
    --force 2>"$slurm/munged.err" || true # is_alive tells
  slurmctld 2>"$slurm/slurmctld.err" 3>&- || true
  for name in $(seq "$2"); do start_node "n$name" || true; done
  for tries in $(seq 100); do
    [ "$(sinfo --noheader --format=%t 2>/dev/null | sort -u)" = idle ] && return 0
    sleep 0.2
    [ "$tries" -gt 10 ] || continue # they start in the background
    for name in $(daemons "$2"); do
      is_alive "$name" || without_slurm "$name does not start: $(last_words "$name")" || return 1
    done
  done
  sinfo
  tail "$slurm"/*.log
  return 1
}

start_node() { slurmd -N "$1" 2>"$slurm/slurmd-$1.err" 3>&-; }

# stop_daemon PIDFILE [SIGNAL]: waits for its end.
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
  for daemon in $(daemons 2 | tac); do stop_daemon "$slurm/$daemon.pid"; done
}
