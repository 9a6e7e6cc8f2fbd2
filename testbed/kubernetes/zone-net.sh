#!/bin/bash
# zone-net.sh CLUSTER cut|heal ZONE: pull or plug the network cable of every node of the zone; their processes live on.
set -u
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
case ${2:?cut or heal} in cut) state=down ;; heal) state=up ;; *) echo "cut or heal, not '$2'" >&2; exit 2 ;; esac
for n in $(nodes_of "${3:?the zone}"); do nsenter -t "$(pid_of fabric)" -n ip link set "vn-$n" $state || exit 1; done
