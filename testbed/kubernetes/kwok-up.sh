#!/bin/bash
# kwok-up.sh CLUSTER [NODES] [PODS]: so many fake nodes, in zones a, b and c by turns, and so many fake pods of one Deployment on
# them, for what takes more than a machine has. Nothing runs in them: kwok says that they do. Built on first use, for few need it.
set -eu
CLUSTER=$(cd "${1:?the directory of the cluster}" && pwd -P)
nodes=${2:-100}
pods=${3:-10000}
. "$(dirname "$0")/env.sh"
cd "$CLUSTER" # so that down.sh finds what runs
version=0.7.0
kwok=${XDG_CACHE_HOME:-$HOME/.cache}/musterpoint/testbed/kwok-$version/kwok
if [ ! -x "$kwok" ]; then
  echo "testbed: building kwok $version from source (a few minutes, once)" >&2
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  export CGO_ENABLED=0 GOFLAGS=-modcacherw GOMODCACHE="$work/modules" GOCACHE="$work/cache" GOTOOLCHAIN=local GOBIN="$work"
  go install -trimpath -ldflags "-s -w" "sigs.k8s.io/kwok/cmd/kwok@v$version" >"$work/log" 2>&1 || { tail -5 "$work/log" >&2; exit 3; }
  mkdir -p "$(dirname "$kwok")"
  mv "$work/kwok" "$kwok"
fi
setsid "$kwok" --kubeconfig="$CLUSTER/admin.kubeconfig" --manage-all-nodes=false \
  --manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake --cidr="10.$((120 + NO)).0.0/16" --node-ip="$HOST_IP" \
  --node-lease-duration-seconds=40 --server-address="127.0.0.1:$((10247 + NO * 10))" >"$CLUSTER/log/kwok.log" 2>&1 </dev/null &
record kwok $!
for i in $(seq "$nodes"); do
  zone=$(echo abc | cut -c$((i % 3 + 1)))
  cat <<X
---
apiVersion: v1
kind: Node
metadata:
  name: fake-$i
  annotations: {kwok.x-k8s.io/node: fake}
  labels: {type: kwok, kubernetes.io/hostname: fake-$i, topology.kubernetes.io/zone: $zone}
spec: {taints: [{effect: NoSchedule, key: kwok.x-k8s.io/node, value: fake}]}
status: {allocatable: {cpu: 32, memory: 256Gi, pods: 1000}, capacity: {cpu: 32, memory: 256Gi, pods: 1000}}
X
done | $K apply -f - >/dev/null
$K wait --for=condition=Ready nodes -l type=kwok --timeout=120s >/dev/null
$K apply -f - >/dev/null <<X
apiVersion: apps/v1
kind: Deployment
metadata: {name: many, labels: {app: many}}
spec:
  replicas: $pods
  # The Deployment's own limit for a roll-out is ten minutes.
  progressDeadlineSeconds: 1800
  selector: {matchLabels: {app: many}}
  template:
    metadata: {labels: {app: many}}
    spec:
      nodeSelector: {type: kwok}
      tolerations: [{key: kwok.x-k8s.io/node, operator: Exists}]
      containers: [{name: many, image: none}]
X
$K rollout status deployment/many --timeout=1800s >/dev/null
echo "$pods pods on $nodes nodes"
