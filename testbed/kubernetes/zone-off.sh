#!/bin/bash
# zone-off.sh CLUSTER ZONE: power cut for every node of the zone, at once.
set -u
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
for n in $(nodes_of "${2:?the zone}"); do "$HERE/node-off.sh" "$CLUSTER" "$n" & done
wait
