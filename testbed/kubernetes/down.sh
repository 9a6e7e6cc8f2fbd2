#!/bin/bash
# down.sh CLUSTER: ends every process of the cluster and removes its mounts, namespaces, link, routes, control groups and files.
# Safe when the cluster is half up, half down, or not there.
set -u
CLUSTER=${1:?the directory of the cluster}
[ -d "$CLUSTER" ] || exit 0
. "$(dirname "$0")/env.sh"
# What is still starting it, first: its whole session.
if starter=$(pid_of up); then
  kill -9 -- "-$starter" 2>/dev/null || kill -9 "$starter" 2>/dev/null
  while [ -n "$(pid_of up)" ]; do sleep 0.02; done
fi
for f in "$PIDS"/node-*; do [ -e "$f" ] && "$HERE/node-off.sh" "$CLUSTER" "${f##*/node-}" >/dev/null; done
for f in "$PIDS"/*; do [ -e "$f" ] && stop "${f##*/}"; done
# A process that was started and not yet written down has its files here.
for p in /proc/[0-9]*; do
  case "$(readlink "$p/cwd" 2>/dev/null)/" in "$CLUSTER"/*) [ "${p#/proc/}" = $$ ] || kill -9 "${p#/proc/}" 2>/dev/null ;; esac
done
if [ -e "$CLUSTER/number" ]; then
  ip link del "$LINK" 2>/dev/null
  for c in $CTRS; do
    [ ! -d "/sys/fs/cgroup/$c/$GROUP" ] || find "/sys/fs/cgroup/$c/$GROUP" -depth -type d -exec rmdir {} + 2>/dev/null
  done
fi
rm -rf "$CLUSTER" || exit 1
[ ! -e "$NUMBERS/$NO/cluster" ] || [ "$(cat "$NUMBERS/$NO/cluster")" != "$CLUSTER" ] || rm -rf "${NUMBERS:?}/$NO"
exit 0
