#!/bin/bash
# in-order.sh CLUSTER: whether the cluster is as up.sh leaves it: every process there, and none but its own nodes, all
# ready and without a mark of a test.
set -eu
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
for p in etcd apiserver kcm scheduler fabric edge $(printf 'node-%s ' $NODES); do
  pid_of "$p" >/dev/null || { echo "$p is not running"; exit 1; }
done
$K wait --for=condition=Ready nodes --all --timeout=30s >/dev/null
marks=$($K get nodes -o 'jsonpath={.items[*].spec.taints}{.items[*].spec.unschedulable}')
[ -z "$marks" ] || { echo "nodes bear $marks"; exit 1; }
[ "$($K get nodes --no-headers | wc -l)" = "$(echo "$NODES" | wc -w)" ] || { echo "not the nodes that it began with"; exit 1; }
