#!/bin/sh
# Renders a run of a million observations in a small heap: bench/render.sh 1000000 256m.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
observations=${1:-1000000}
heap=${2:-256m}
"$home/muster" --version >/dev/null
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
classpath="$home/bench/target/test-classes:$home/drills/target/test-classes"
classpath="$classpath:$(echo "$home"/shell/target/dist/lib/*.jar | tr ' ' ':')"
exec java "-Xmx$heap" -XX:+UseSerialGC -cp "$classpath" dev.musterpoint.bench.report.RenderMain "$observations"
