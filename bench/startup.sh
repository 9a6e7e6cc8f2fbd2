#!/bin/sh
# Times a one-shot command as a whole process beside a bare JVM: bench/startup.sh [RUNS].
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
"$home/muster" --version >/dev/null
exec java -cp "$home/bench/target/classes" dev.musterpoint.bench.startup.StartupMain "$home/muster" "${1:-20}"
