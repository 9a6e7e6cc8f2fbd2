#!/bin/bash
# node-init.sh CLUSTER NODE: PID 1 of one node, in network, mount, UTS, IPC, PID and cgroup namespaces of its own; killing it is a
# power cut. Started by node-up.sh.
set -u
CLUSTER=$1
n=$2
. "$(dirname "$0")/env.sh"
nd=$CLUSTER/nodes/$n
hostname "node-$n"
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/netns /run/lock /run/containerd /run/cni /run/kubelet
mount --bind "$nd/kubelet" /run/kubelet # the paths of its sockets must be short, whatever the directory of the cluster
# Paths that kubelet, libcni and containerd use whatever they are told: two nodes must not share them, or two kubelets fight for
# one socket and one of them gives up.
mkdir -p "$nd/var-log"
mount --bind "$nd/var-log" /var/log
mount -t tmpfs -o mode=755 tmpfs /var/lib
mount -t sysfs sysfs /sys
mount -t tmpfs -o mode=755 tmpfs /sys/fs/cgroup
for c in $CTRS; do
  mkdir "/sys/fs/cgroup/$c"
  case $c in systemd) o=none,name=systemd ;; *) o=$c ;; esac
  mount -t cgroup -o $o cgroup "/sys/fs/cgroup/$c"
done
# The kubelet insists on these and would set them for the whole machine: it is shown what it wants to see.
for kv in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000; do
  f=${kv%%=*}
  m=/run/sysctl-${f//\//-}
  echo "${kv#*=}" >"$m"
  mount --bind "$m" "/proc/sys/$f"
done
ip link set lo up
until [ -e /sys/class/net/eth0 ]; do sleep 0.05; done
ip addr add "$(node_ip "$n")/24" dev eth0
ip link set eth0 up
ip route add default via "$EDGE_IP"
for o in $NODES; do [ "$o" = "$n" ] || ip route add "$(pod_cidr "$o")" via "$(node_ip "$o")"; done
echo 1 >/proc/sys/net/ipv4/ip_forward
export PATH=$BIN:$PATH
containerd --config "$nd/containerd.toml" >>"$nd/containerd.log" 2>&1 &
for _ in $(seq 200); do [ -S /run/containerd/containerd.sock ] && break; sleep 0.05; done
import() { ctr -a /run/containerd/containerd.sock -n k8s.io image import "$1" >>"$nd/containerd.log" 2>&1; }
import_all() { for tar in "$BIN"/*.tar; do import "$tar" || return 1; done; }
if [ ! -e "$nd/images-imported" ]; then # the socket is there a moment before its plugins answer
  for _ in $(seq 50); do import_all && touch "$nd/images-imported" && break; sleep 0.1; done
fi
forever() { while :; do "$@"; echo "$1 ended with $?; again in 1 s"; sleep 1; done; }
KUBECONFIG='' forever kubelet --config="$nd/kubelet.yaml" --kubeconfig="$CLUSTER/node-$n.kubeconfig" --hostname-override="node-$n" \
  --node-ip="$(node_ip "$n")" --root-dir=/run/kubelet --cert-dir="$nd/kubelet-pki" \
  --node-labels="topology.kubernetes.io/zone=${n:0:1},topology.kubernetes.io/region=testbed" --v=2 >>"$nd/kubelet.log" 2>&1 &
forever kube-proxy --config="$nd/kube-proxy.yaml" --v=2 >>"$nd/kube-proxy.log" 2>&1 &
trap 'exit 0' TERM
while :; do # reaps orphans; PID 1 never leaves by itself
  wait -n
  [ -z "$(jobs -r)" ] && sleep 0.2
done
