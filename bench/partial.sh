#!/bin/sh
# One of two instances of a web service dies, beside an independent client: bench/partial.sh 20.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
runs=${1:-20}
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
sandbox=$("$home/muster" sandbox up postgres-pair --output json)
field() { printf '%s\n' "$sandbox" | sed -n "s/.*\"$1\" : \"\\(.*\\)\".*/\\1/p" | head -n 1; }
id=$(field id)
trap '"$home/muster" sandbox down "$id"' EXIT
classpath="$home/bench/target/classes:$(echo "$home"/shell/target/dist/lib/*.jar | tr ' ' ':')"
java -cp "$classpath" dev.musterpoint.bench.truth.PartialMain "$home" "$runs" "$(field url)" "$(field user)" "$(field file)"
