#!/bin/bash
# heir.sh PID: waits until the process has ended, however it did, and removes the clusters that its tests left standing.
set -u
sweep=$(cd "$(dirname "$0")" && pwd -P)/kubernetes/sweep.sh
cd /
tail --pid="$1" -f /dev/null
exec "$sweep"
