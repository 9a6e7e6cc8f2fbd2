#!/bin/bash
# Faults of Kubernetes on three zones, beside an independent client: bench/zones.sh 20 [DRILL...]. Takes Linux and root.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
runs=${1:-20}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- zone-evacuate pod-kill pod-evict node-cordon node-drain scale network-isolate zone-power zone-cut
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
bin=$("$home/testbed/kubernetes/install.sh" | tail -n 1)
cluster=$(mktemp -d /tmp/zones-XXXXXX)
trap '"$home/testbed/kubernetes/down.sh" "$cluster"' EXIT
OWNER=$$ "$home/testbed/kubernetes/up.sh" "$cluster" "$bin"
url=$("$home/testbed/kubernetes/web.sh" "$cluster")
"$home/muster" --version >/dev/null
classpath="$home/bench/target/classes:$(echo "$home"/shell/target/dist/lib/*.jar | tr ' ' ':')"
java -cp "$classpath" dev.musterpoint.bench.truth.ZonesMain "$home" "$runs" "$cluster" "$url" "$@"
