#!/bin/bash
# up.sh CLUSTER BIN [NODE...]: a cluster, from nothing to Ready nodes, with all its state in the directory CLUSTER and its programs
# in BIN. A second call finds it up and does nothing. OWNER, a pid, is whose cluster it is: when that process is gone, the next
# call for any cluster removes this one. NODE_GRACE: how long a node may say nothing before it is not ready (4s).
set -eu
CLUSTER=${1:?the directory of the cluster}
bin=${2:?the directory of the programs}
shift 2
here=$(cd "$(dirname "$0")" && pwd -P)
# In a session of its own, so that down.sh can end it and all it starts.
if [ "$(ps -o sid= -p $$ | tr -d ' ')" != "$$" ]; then
  exec setsid --wait "$here/up.sh" "$CLUSTER" "$bin" "$@"
fi
umask 077
mkdir -p "$CLUSTER"
cd "$CLUSTER"
. "$here/env.sh"
t0=$(now)

is_up() {
  local p
  for p in etcd apiserver kcm scheduler fabric edge; do pid_of $p >/dev/null || return 1; done
  $K get --raw /readyz >/dev/null 2>&1
}
if is_up; then
  for n in $NODES; do pid_of "node-$n" >/dev/null || "$HERE/node-up.sh" "$CLUSTER" "$n"; done
  echo "already up"
  exit 0
fi

deadline() {
  [ $(($(date +%s) - ${t0%.*})) -lt 120 ] || { echo "not up after 120 s: see $CLUSTER/log and $CLUSTER/nodes/*/*.log" >&2; exit 1; }
}

# Takes the first number that nobody holds.
take_number() {
  local i owner=${OWNER:-1}
  mkdir -p "$NUMBERS"
  for i in 1 2 3 4 5 6 7 8 9; do
    mkdir "$NUMBERS/$i" 2>/dev/null || continue
    echo "$CLUSTER" >"$NUMBERS/$i/cluster"
    echo "$owner $(stat_start "$owner")" >"$NUMBERS/$i/owner"
    echo $i >"$CLUSTER/number"
    return
  done
  echo "nine clusters are up already: see $NUMBERS" >&2
  exit 1
}

"$HERE/sweep.sh"
mkdir -p "$PIDS" pki log nodes
record up $$
[ -e "/proc/${OWNER:-1}" ] || { rm -rf "$CLUSTER"; exit 1; } # it was killed while we began
[ -e number ] || take_number
[ $# -eq 0 ] || echo "$*" >nodes.list
ln -sfn "$bin" bin
. "$HERE/env.sh"

# --- keys: one CA, the API server's certificate, client certificates, the key of service accounts, a token for each client
"$HERE/keys.sh" "$CLUSTER"
for who in admin kcm scheduler kube-proxy; do kubeconfig $who "$(cat pki/token-$who)"; done

# --- the fabric: a namespace with a bridge; the host has one link into it, and routes for pods and services
setsid unshare --net sleep infinity </dev/null >/dev/null 2>&1 &
fabric=$!
until [ "$(readlink /proc/$fabric/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.02; done
record fabric $fabric
ip link del "$LINK" 2>/dev/null || true
ip link add "$LINK" type veth peer name host0 netns $fabric
ip addr add "$HOST_IP/24" dev "$LINK"
ip addr add "$CLIENT_IP/32" dev "$LINK"
ip link set "$LINK" up
nsenter -t $fabric -n sh -ec "ip link set lo up
  ip link add br0 address 02:00:0a:59:0$NO:fe type bridge
  ip link set br0 type bridge forward_delay 0 stp_state 0
  ip addr add $EDGE_IP/24 dev br0
  ip link set br0 up
  ip link set host0 master br0
  ip link set host0 up
  $(for n in $NODES; do echo "ip route add $(pod_cidr "$n") via $(node_ip "$n");"; done)
  ip route add $CLIENT_IP via $HOST_IP
  echo 1 >/proc/sys/net/ipv4/ip_forward
  echo 0 >/proc/sys/net/ipv4/conf/all/send_redirects
  echo 0 >/proc/sys/net/ipv4/conf/br0/send_redirects
  [ ! -e /proc/sys/net/bridge ] || echo 0 >/proc/sys/net/bridge/bridge-nf-call-iptables"
ip route add "$SVC_CIDR" via "$EDGE_IP" src "$CLIENT_IP"
for n in $NODES; do ip route add "$(pod_cidr "$n")" via "$(node_ip "$n")"; done

# The kernel remembers for up to two minutes which pod a client's port was led to, for 10 s even where that one refused. A client
# that opens hundreds of connections a second gets a port again sooner, and would be led to pods long gone: outages nobody made.
for state in syn_sent syn_recv fin_wait close_wait last_ack time_wait close; do
  echo "echo 1 >/proc/sys/net/netfilter/nf_conntrack_tcp_timeout_$state"
done | nsenter -t $fabric -n sh -e

# --- control plane
start() {
  local name=$1
  shift
  setsid "$@" >"log/$name.log" 2>&1 </dev/null &
  record "$name" $!
}
start etcd "$BIN/etcd" --data-dir "$CLUSTER/etcd" --unsafe-no-fsync --listen-client-urls "http://127.0.0.1:$ETCD_PORT" \
  --advertise-client-urls "http://127.0.0.1:$ETCD_PORT" --listen-peer-urls "http://127.0.0.1:$((ETCD_PORT + 1))" \
  --initial-advertise-peer-urls "http://127.0.0.1:$((ETCD_PORT + 1))" --initial-cluster "default=http://127.0.0.1:$((ETCD_PORT + 1))"
"$HERE/api.sh" "$CLUSTER" start
echo "$(since "$t0") s: API server ready"
as() { echo "--kubeconfig=$CLUSTER/$1.kubeconfig --authentication-kubeconfig=$CLUSTER/$1.kubeconfig --authorization-kubeconfig=$CLUSTER/$1.kubeconfig"; }
# shellcheck disable=SC2046 # paths of ours, without blanks
start kcm "$BIN/kube-controller-manager" $(as kcm) --bind-address=127.0.0.1 --secure-port=$((11257 + NO * 10)) --leader-elect=false \
  --use-service-account-credentials=true --service-account-private-key-file="$CLUSTER/pki/sa.key" --root-ca-file="$CLUSTER/pki/ca.crt" \
  --allocate-node-cidrs=false --flex-volume-plugin-dir="$CLUSTER/flex" --node-monitor-period=1s --node-monitor-grace-period="${NODE_GRACE:-4s}" \
  --node-eviction-rate=10 --secondary-node-eviction-rate=10 --profiling=false --kube-api-qps=500 --kube-api-burst=1000
# shellcheck disable=SC2046
start scheduler "$BIN/kube-scheduler" $(as scheduler) --bind-address=127.0.0.1 --secure-port=$((11259 + NO * 10)) --leader-elect=false --profiling=false \
  --kube-api-qps=500 --kube-api-burst=1000
# shellcheck disable=SC2086
"$HERE/node-up.sh" "$CLUSTER" $NODES

# --- the edge: kube-proxy in the fabric, so that the host reaches addresses of services. It waits 30 s for a node of its name,
#     and so is shown one for a moment.
"$HERE/proxy-settings.sh" "$CLUSTER" edge >edge.yaml
printf '{"apiVersion":"v1","kind":"Node","metadata":{"name":"edge"},"spec":{"unschedulable":true}}' | $K create -f - >/dev/null
$K patch node edge --subresource=status -p "{\"status\":{\"addresses\":[{\"type\":\"InternalIP\",\"address\":\"$EDGE_IP\"}]}}" >/dev/null
start edge nsenter -t $fabric -n "$BIN/kube-proxy" --config="$CLUSTER/edge.yaml" --v=2
for _ in $(seq 100); do grep -qs 'Successfully retrieved NodeIPs' log/edge.log && break; sleep 0.1; done
$K delete node edge --wait=false >/dev/null
until [ "$($K get nodes --no-headers 2>/dev/null | grep -c ' Ready ')" = "$(echo "$NODES" | wc -w)" ]; do
  deadline
  sleep 0.2
done
rm -f "$PIDS/up"
echo "$(since "$t0") s: nodes Ready"
