#!/bin/bash
# sweep.sh: removes the clusters of owners that are gone.
set -u
CLUSTER=/nonexistent # of all clusters, not of one
. "$(dirname "$0")/env.sh"
for d in "$NUMBERS"/*; do
  [ -e "$d/owner" ] && read -r pid start <"$d/owner" && ! alive "$pid" "$start" || continue
  echo "removing the cluster that process $pid left in $(cat "$d/cluster")" >&2
  # Its directory may be another's by now.
  [ "$(cat "$(cat "$d/cluster")/number" 2>/dev/null)" != "${d##*/}" ] || "$HERE/down.sh" "$(cat "$d/cluster")"
  rm -rf "$d"
done
