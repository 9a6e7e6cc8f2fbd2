#!/bin/sh
# Judges, renders, seals and verifies a long run in a small heap: bench/judge.sh 1000000 100000 256m.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
observations=${1:-1000000}
writes=${2:-100000}
heap=${3:-256m}
"$home/muster" --version >/dev/null
mvn -q -B -f "$home/pom.xml" -pl bench -am -Dgates=off -DskipTests package
classpath="$home/bench/target/test-classes:$home/drills/target/test-classes"
classpath="$classpath:$(echo "$home"/shell/target/dist/lib/*.jar | tr ' ' ':')"
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
package=dev.musterpoint.bench.report
run=$(java -cp "$classpath" "$package.LongRunMain" "$runs" "$observations" "$writes")
java "-Xmx$heap" -XX:+UseSerialGC -cp "$classpath" "$package.FinishMain" "$run"
