#!/usr/bin/env bash
# Installs Toxiproxy for tests and the sandbox: built once by Go into the user's cache directory, shared by everything that
# needs it. Prints the path of the server. With TESTBED=no it installs nothing. Nothing outside the cache is touched.
#
# Exit codes: 0 the server is there, 3 it is not and was not to be installed or cannot be, 1 it could not be built.
set -euo pipefail

version=2.12.0
module=github.com/Shopify/toxiproxy/v2
cache="${XDG_CACHE_HOME:-$HOME/.cache}/musterpoint/testbed"
home="$cache/toxiproxy-$version"
server="$home/toxiproxy-server"

say() { printf 'testbed: %s\n' "$*" >&2; }

if [ -x "$server" ]; then
  printf '%s\n' "$server"
  exit 0
fi
if [ "${TESTBED:-}" = no ]; then
  say "TESTBED=no: Toxiproxy $version is not installed"
  exit 3
fi
if ! command -v go > /dev/null; then
  say "Toxiproxy $version needs Go to be built; install Go, or put toxiproxy-server $version on the PATH"
  exit 3
fi

mkdir -p "$cache"
exec 9> "$home.lock"
# Another that builds it now is waited for; its work is then found done.
flock 9
if [ ! -x "$server" ]; then
  say "installing Toxiproxy $version from the Go module proxy into $home (about a minute, 14 MB; TESTBED=no to leave it)"
  build="$(mktemp -d "$home.building.XXXXXX")"
  trap 'rm -rf "$build"' EXIT
  GOBIN="$build" GOFLAGS="-modcacherw ${GOFLAGS:-}" go install \
    -ldflags "-X $module.Version=$version" "$module/cmd/server@v$version" >&2
  mkdir -p "$home"
  # A rename, so that nobody ever finds half a program.
  mv "$build/server" "$server"
fi
printf '%s\n' "$server"
