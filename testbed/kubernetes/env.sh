# shellcheck shell=bash
# Settings of one cluster; sourced by every script, with the cluster's directory in CLUSTER.
: "${CLUSTER:?the directory of the cluster}"
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
BIN=$CLUSTER/bin                              # a link to what install.sh made
NODES=$(cat "$CLUSTER/nodes.list" 2>/dev/null || echo "a1 b1 c1") # letter = zone, digit = number in the zone: node-a1 is in zone a
NO=$(cat "$CLUSTER/number" 2>/dev/null || echo 0)            # several clusters can stand on one machine
NUMBERS=/run/musterpoint-testbed              # who holds which number
LINK=mpk$NO                                   # the host's end of the link into the cluster
HOST_IP=10.89.$NO.1                           # the API server, at the host's end of the link
CLIENT_IP=10.90.$NO.1                         # clients of services on the host: no neighbour of the nodes, so that answers pass the edge
EDGE_IP=10.89.$NO.254                         # the fabric namespace: bridge, and kube-proxy for the outside
SVC_CIDR=10.$((100 + NO)).0.0/16
SVC_FIRST=10.$((100 + NO)).0.1
POD_SUPER=10.$((110 + NO)).0.0/16
ETCD_PORT=$((12379 + NO * 10))
GROUP=musterpoint-testbed-$NO                 # its control groups
CTRS="cpu cpuacct cpuset memory devices freezer blkio pids systemd"
PIDS=$CLUSTER/pids
export GOGC=400 GOMEMLIMIT=1GiB               # a tenth of the processor time, for nearly half as much memory again
K="env GOGC=off GOMAXPROCS=1 $BIN/kubectl --kubeconfig=$CLUSTER/admin.kubeconfig" # too brief to collect garbage

node_no() { local z=${1:0:1}; echo $((($(printf '%d' "'$z") - 96) * 10 + ${1:1})); } # a1 -> 11, c2 -> 32
node_ip() { echo "10.89.$NO.$(node_no "$1")"; }
pod_cidr() { echo "10.$((110 + NO)).$(node_no "$1").0/24"; }
nodes_of() { for n in $NODES; do [ "${n:0:1}" != "$1" ] || echo "$n"; done; }
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN{printf "%.2f", b-a}'; }
# A process is known by its pid and its start: pids come back.
stat_start() { awk '{sub(/^.*\) /,""); print $20}' "/proc/$1/stat" 2>/dev/null; }
alive() { [ -n "$2" ] && [ "$(stat_start "$1")" = "$2" ] && [ "$(awk '{sub(/^.*\) /,""); print $1}' "/proc/$1/stat" 2>/dev/null)" != Z ]; }
record() { echo "$2 $(stat_start "$2")" >"$PIDS/$1"; }
pid_of() {
  local p s
  [ -e "$PIDS/$1" ] && read -r p s <"$PIDS/$1" && alive "$p" "$s" && echo "$p"
}
stop() { # NAME: end a recorded process and wait until it is gone
  local p
  p=$(pid_of "$1") || return 0
  kill -9 "$p" 2>/dev/null
  while [ -n "$(pid_of "$1")" ]; do sleep 0.02; done
  rm -f "$PIDS/$1"
}
init_of() { # unshare's only child: the node's PID 1
  local c
  read -r c _ 2>/dev/null <"/proc/$1/task/$1/children"
  echo "$c"
}
kubeconfig() { # NAME TOKEN: writes NAME.kubeconfig
  cat >"$CLUSTER/$1.kubeconfig" <<X
apiVersion: v1
kind: Config
clusters: [{name: zones, cluster: {server: "https://$HOST_IP:6443", certificate-authority: $CLUSTER/pki/ca.crt}}]
users: [{name: $1, user: {token: "$2"}}]
contexts: [{name: zones, context: {cluster: zones, user: $1}}]
current-context: zones
X
}
