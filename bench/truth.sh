#!/bin/sh
# Runs a comparison with independent eyes: bench/truth.sh TruthMain 20, bench/truth.sh LossMain 20,
# bench/truth.sh TruthMain 20 catalog/toxiproxy/cut-dependency.yaml.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
main=${1:?TruthMain or LossMain}
runs=${2:-20}
drill=${3:-}
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
"$home/muster" --version >/dev/null
classpath="$home/bench/target/classes:$(echo "$home"/shell/target/dist/lib/*.jar | tr ' ' ':')"
exec java -cp "$classpath" "dev.musterpoint.bench.truth.$main" "$home" "$runs" ${drill:+"$drill"}
