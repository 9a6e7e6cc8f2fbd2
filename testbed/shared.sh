#!/bin/bash
# shared.sh COMMAND...: runs a build whose test JVMs hand clusters on to each other (MUSTER_CLUSTERS_OF), for each takes nine seconds to
# start. When the build has ended, however it did, they go.
set -eu
if [ "$(uname -s)" = Linux ]; then
  export MUSTER_CLUSTERS_OF=$$
  setsid "$(dirname "$0")/heir.sh" $$ >/dev/null 2>&1 </dev/null &
fi
exec "$@"
