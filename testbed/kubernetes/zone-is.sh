#!/bin/bash
# zone-is.sh CLUSTER on|off ZONE: whether every node of the zone has power, or none; ends with 0 when it is so.
set -u
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
for n in $(nodes_of "${3:?the zone}"); do
  is=off
  ! pid_of "node-$n" >/dev/null || is=on
  [ "$is" = "${2:?on or off}" ] || { echo "node-$n is $is"; exit 1; }
done
echo "the nodes of zone $3 are $2"
