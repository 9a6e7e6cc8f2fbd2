#!/bin/sh
# What probing costs, and at which rate it begins to slip: bench/rate.sh (five loads, half a minute each).
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
"$home/muster" --version >/dev/null
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
classpath="$home/bench/target/test-classes:$home/bench/target/classes:$(echo "$home"/shell/target/dist/lib/*.jar | tr ' ' ':')"
# The launcher's own settings, so that the figures are a drill's. Above a thousand a second it advises
# MUSTER_JAVA_OPTS="-XX:TieredStopAtLevel=4 -Xmn128m".
# shellcheck disable=SC2086
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn16m ${MUSTER_JAVA_OPTS:-} -cp "$classpath" dev.musterpoint.bench.rate.RateMain
