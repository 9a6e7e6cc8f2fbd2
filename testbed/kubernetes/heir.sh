#!/bin/bash
# heir.sh CLUSTER: removes the cluster as soon as its owner is gone. Returns at once; down.sh ends it.
set -eu
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
if [ "${2:-}" != waits ]; then
  setsid "$HERE/heir.sh" "$CLUSTER" waits >/dev/null 2>&1 </dev/null &
  exit 0
fi
cd / # whatever works in the directory of the cluster is taken for a part of it
read -r owner start <"$NUMBERS/$NO/owner"
tail --pid="$owner" -f /dev/null &
record heir $!
wait
alive "$owner" "$start" || exec "$HERE/down.sh" "$CLUSTER"
