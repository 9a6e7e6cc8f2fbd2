#!/bin/bash
# install.sh: what a three-zone Kubernetes on this machine needs, once: packages of Debian, one program built from source that is
# etcd and the Kubernetes programs at once, kubectl, and three images. Prints the directory of the programs as its last line; says
# on stderr what it is about to do. Exit 3: it cannot be had here, with the reason.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
version=1.36.3
cannot() {
  echo "a Kubernetes of three zones cannot be had here: $*" >&2
  exit 3
}
[ "$(uname -sm)" = "Linux x86_64" ] || cannot "it is made for Linux on amd64, and this is $(uname -sm)"
[ "$(id -u)" = 0 ] || cannot "it makes network namespaces, mounts and control groups, which takes root"
[ -d /sys/fs/cgroup/memory ] || cannot "its nodes are made with control groups of version 1, and this machine has version 2"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/musterpoint/testbed
digest() { cat "$@" | sha256sum | cut -c1-12; }
program=$cache/hyperkube-$version-$(digest "$here"/hyperkube/go.* "$here"/hyperkube/main.go)
bin=$cache/kubernetes-$version-$(digest "$here"/*/*.go "$here"/*/*/*.go "$here"/*/go.* "$here/install.sh")
packages=""
need() { command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] || packages="$packages $2"; }
need containerd containerd
need runc runc
need /usr/lib/cni/ptp containernetworking-plugins
need /bin/busybox busybox-static
need iptables iptables
need nft nftables
need ip iproute2
need openssl openssl
if [ -e "$bin/ready" ] && [ -z "$packages" ]; then
  echo "$bin"
  exit 0
fi
[ "${TESTBED:-yes}" != no ] || cannot "TESTBED=no says that nothing is to be installed"

mkdir -p "$cache"
exec 9>"$cache/kubernetes.lock"
flock 9
if [ -n "$packages" ]; then
  command -v apt-get >/dev/null || cannot "these packages are missing, and there is no apt-get:$packages"
  echo "testbed: installing the packages$packages (seconds)" >&2
  # shellcheck disable=SC2086 # a list of names
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages; } >"$cache/apt.log" 2>&1 ||
    { tail -5 "$cache/apt.log" >&2; cannot "apt-get failed; all it said is in $cache/apt.log"; }
fi
build() { # FOLDER FLAGS OUT [PACKAGE]
  (cd "$here/$1" && go build -trimpath -ldflags "$2" -o "$3" "${4:-.}") >"$cache/build.log" 2>&1 ||
    { tail -5 "$cache/build.log" >&2; cannot "the build of $1 failed; all it said is in $cache/build.log"; }
}
if [ ! -e "$bin/ready" ]; then
  command -v go >/dev/null || cannot "it is built from source, which takes Go 1.26 or newer"
  work=$(mktemp -d "$cache/build.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  export CGO_ENABLED=0 GOFLAGS=-modcacherw GOMODCACHE="$work/modules" GOCACHE="$work/cache" GOTOOLCHAIN=local
  about=k8s.io/component-base/version
  flags="-s -w -X $about.gitVersion=v$version -X $about.gitMajor=1 -X $about.gitMinor=36 -X $about.gitCommit=testbed"
  flags="$flags -X $about.gitTreeState=clean -X $about.buildDate=2026-01-01T00:00:00Z"
  made=$work/bin
  mkdir "$made"
  if [ ! -e "$program" ]; then
    echo "testbed: building Kubernetes $version from source (6 to 10 minutes on 2 cores, once; 4 GB while it builds, 210 MB after)" >&2
    build hyperkube "$flags" "$work/hyperkube"
    mv "$work/hyperkube" "$program"
  fi
  echo "testbed: building its kubectl (seconds, where Kubernetes was just built; otherwise 2 to 3 minutes)" >&2
  build hyperkube "$flags" "$made/kubectl" ./kubectl
  build testapp "-s -w" "$made/testapp"
  build mkimg "-s -w" "$made/mkimg"
  ln "$program" "$made/hyperkube"
  for c in etcd kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy; do ln -s hyperkube "$made/$c"; done
  "$made/mkimg" "$made/pause.tar" localhost/pause:1 "$made/testapp" pause
  "$made/mkimg" "$made/testapp.tar" localhost/testapp:1,localhost/testapp:2 "$made/testapp" serve
  "$made/mkimg" "$made/nettools.tar" localhost/nettools:1 "$made/testapp" pause "$(command -v nft)"
  touch "$made/ready"
  rm -rf "$bin"
  mv "$made" "$bin"
fi
echo "$bin"
