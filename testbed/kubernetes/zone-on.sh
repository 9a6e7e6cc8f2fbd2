#!/bin/bash
# zone-on.sh CLUSTER ZONE: power back for every node of the zone; those that are on stay as they are.
set -u
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
# shellcheck disable=SC2046 # names of nodes have no blanks
exec "$HERE/node-up.sh" "$CLUSTER" $(nodes_of "${2:?the zone}")
