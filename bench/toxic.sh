#!/bin/sh
# The time to make and remove a toxic beside that of the bare requests: bench/toxic.sh 500. Wants an idle machine.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
"$home/muster" --version >/dev/null
classpath="$home/bench/target/classes:$(echo "$home"/shell/target/dist/lib/*.jar | tr ' ' ':')"
exec java -cp "$classpath" dev.musterpoint.bench.proxy.ToxicMain "${1:-500}"
