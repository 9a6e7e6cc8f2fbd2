#!/bin/bash
# install.sh: every test server that this machine can have, once, each into the user's cache. What cannot be had is said, with the
# reason; with MUSTER_TESTBED=required that is a failure. TESTBED=no installs nothing.
set -u
here=$(cd "$(dirname "$0")" && pwd -P)
missing=0
for server in "$here"/*/install.sh; do
  "$server" >/dev/null || missing=1
done
[ "$missing" = 0 ] || [ "${MUSTER_TESTBED:-}" != required ] || exit 1
