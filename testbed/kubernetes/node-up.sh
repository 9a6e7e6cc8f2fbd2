#!/bin/bash
# node-up.sh CLUSTER NODE...: power nodes on, also again after node-off.sh.
set -eu
CLUSTER=${1:?the directory of the cluster}
shift
. "$(dirname "$0")/env.sh"
fabric=$(pid_of fabric) || { echo "the cluster in $CLUSTER is not up" >&2; exit 1; }

cgroups() { # NODE
  local c d g
  for c in $CTRS; do
    d=/sys/fs/cgroup/$c/$GROUP
    mkdir -p "$d/node-$1"
    [ "$c" = cpuset ] || continue
    for g in "$d" "$d/node-$1"; do
      cat /sys/fs/cgroup/cpuset/cpuset.cpus >"$g/cpuset.cpus"
      cat /sys/fs/cgroup/cpuset/cpuset.mems >"$g/cpuset.mems"
    done
  done
}

settings() { # NODE
  local nd=$CLUSTER/nodes/$1 off=io.containerd
  cat >"$nd/cni/10-ptp.conflist" <<X
{"cniVersion":"0.4.0","name":"pods","plugins":[
 {"type":"ptp","ipMasq":false,"mtu":1500,
  "ipam":{"type":"host-local","dataDir":"/run/cni/ipam","ranges":[[{"subnet":"$(pod_cidr "$1")"}]],"routes":[{"dst":"0.0.0.0/0"}]}}]}
X
  cat >"$nd/containerd.toml" <<X
version = 2
root = "$nd/containerd"
state = "/run/containerd"
disabled_plugins = ["$off.internal.v1.opt","$off.snapshotter.v1.btrfs","$off.snapshotter.v1.zfs","$off.snapshotter.v1.devmapper","$off.snapshotter.v1.aufs","$off.internal.v1.tracing","$off.tracing.processor.v1.otlp"]
[grpc]
  address = "/run/containerd/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "localhost/pause:1"
  disable_apparmor = true
  restrict_oom_score_adj = true
  max_concurrent_downloads = 1
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$nd/cni"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    default_runtime_name = "runc"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false
X
  cat >"$nd/kubelet.yaml" <<X
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: $CLUSTER/pki/ca.crt}}
authorization: {mode: Webhook}
cgroupDriver: cgroupfs
failCgroupV1: false
failSwapOn: false
localStorageCapacityIsolation: false
volumeStatsAggPeriod: -1s
enforceNodeAllocatable: [pods]
nodeStatusUpdateFrequency: 1s
# Before a node is called lost: for seconds after a cut its leases are not renewed.
nodeStatusReportFrequency: 2s
nodeLeaseDurationSeconds: 4
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
imageMinimumGCAge: 24h
evictionHard: {memory.available: "0%", nodefs.available: "0%", nodefs.inodesFree: "0%", imagefs.available: "0%"}
resolvConf: ""
clusterDomain: cluster.local
maxPods: 40
volumePluginDir: $nd/volume-plugins
podPidsLimit: -1
readOnlyPort: 0
X
  "$HERE/proxy-settings.sh" "$CLUSTER" "node-$1" >"$nd/kube-proxy.yaml"
  kubeconfig "node-$1" "$(cat "$CLUSTER/pki/token-node-$1")"
}

start() { # NODE: its namespaces and first process, written down by pid
  local u i
  (
    cd "$CLUSTER/nodes/$1"
    for c in $CTRS; do echo $BASHPID >"/sys/fs/cgroup/$c/$GROUP/node-$1/cgroup.procs"; done
    exec setsid unshare --net --mount --uts --ipc --pid --cgroup --fork --mount-proc --kill-child \
      bash "$HERE/node-init.sh" "$CLUSTER" "$1" >"$CLUSTER/nodes/$1/init.log" 2>&1 </dev/null
  ) &
  u=$!
  for i in $(seq 100); do
    [ "$(readlink "/proc/$u/ns/net")" != "$(readlink /proc/self/ns/net)" ] && [ -n "$(init_of $u)" ] && break
    sleep 0.02
  done
  record "node-$1" $u
  # A fixed address, or the neighbours talk to the old card for seconds after a power cycle.
  ip link add "vn-$1" netns "$fabric" type veth peer name eth0 address "$(printf '02:00:0a:59:%02x:%02x' "$NO" "$(node_no "$1")")" netns $u
  nsenter -t "$fabric" -n sh -c "ip link set vn-$1 master br0 && ip link set vn-$1 up"
}

for n in "$@"; do
  if pid_of "node-$n" >/dev/null; then
    echo "node-$n is on"
    continue
  fi
  mkdir -p "$CLUSTER/nodes/$n/cni" "$CLUSTER/nodes/$n/kubelet"
  cgroups "$n"
  settings "$n"
  start "$n"
done
