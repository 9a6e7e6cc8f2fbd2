#!/bin/bash
# node-off.sh CLUSTER NODE...: power cut. Every process of the node dies at once, and its network card is gone.
set -u
CLUSTER=${1:?the directory of the cluster}
shift
. "$(dirname "$0")/env.sh"
for n in "$@"; do
  u=$(pid_of "node-$n") || { echo "node-$n is off"; rm -f "$PIDS/node-$n"; continue; }
  init=$(init_of "$u")
  [ -z "$init" ] || kill -9 "$init" 2>/dev/null
  [ -n "$init" ] || kill -9 "$u" 2>/dev/null
  while [ -n "$(pid_of "node-$n")" ]; do sleep 0.02; done
  rm -f "$PIDS/node-$n"
  for c in $CTRS; do
    [ ! -d "/sys/fs/cgroup/$c/$GROUP/node-$n" ] || find "/sys/fs/cgroup/$c/$GROUP/node-$n" -depth -type d -exec rmdir {} + 2>/dev/null
  done
done
exit 0
