#!/bin/bash
# The time to kill a pod beside that of the bare request: bench/pod-kill.sh 500. Takes Linux and root, and wants an idle machine.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
"$home/muster" --version >/dev/null
bin=$("$home/testbed/kubernetes/install.sh" | tail -n 1)
cluster=$(mktemp -d /tmp/pod-kill-XXXXXX)
trap '"$home/testbed/kubernetes/down.sh" "$cluster"' EXIT
OWNER=$$ "$home/testbed/kubernetes/up.sh" "$cluster" "$bin"
server=$("$bin/kubectl" --kubeconfig="$cluster/admin.kubeconfig" config view -o 'jsonpath={.clusters[0].cluster.server}')
classpath="$home/bench/target/classes:$(echo "$home"/shell/target/dist/lib/*.jar | tr ' ' ':')"
java -cp "$classpath" dev.musterpoint.bench.proxy.PodKillMain "$cluster" "$server" "${1:-500}"
