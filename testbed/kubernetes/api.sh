#!/bin/bash
# api.sh CLUSTER start|stop: the API server alone, so that a drill can be tried without it.
set -eu
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
cd "$CLUSTER"
case ${2:?start or stop} in
  stop) stop apiserver ;;
  start)
    setsid "$BIN/kube-apiserver" --etcd-servers="http://127.0.0.1:$ETCD_PORT" --bind-address="$HOST_IP" --advertise-address="$HOST_IP" \
      --secure-port=6443 --service-cluster-ip-range="$SVC_CIDR" --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction \
      --client-ca-file=pki/ca.crt --tls-cert-file=pki/apiserver.crt --tls-private-key-file=pki/apiserver.key --token-auth-file=pki/tokens.csv \
      --service-account-issuer=https://kubernetes.default.svc --service-account-key-file=pki/sa.pub \
      --service-account-signing-key-file=pki/sa.key --kubelet-client-certificate=pki/kubelet-client.crt \
      --kubelet-client-key=pki/kubelet-client.key --kubelet-preferred-address-types=InternalIP --default-not-ready-toleration-seconds=2 \
      --default-unreachable-toleration-seconds=2 --allow-privileged=true --profiling=false >>log/apiserver.log 2>&1 </dev/null &
    record apiserver $!
    for _ in $(seq 300); do
      { : <>"/dev/tcp/$HOST_IP/6443" && $K get --raw=/readyz >/dev/null; } 2>/dev/null && exit 0
      pid_of apiserver >/dev/null || break
      sleep 0.1
    done
    tail -5 log/apiserver.log >&2
    exit 1
    ;;
  *) echo "start or stop, not '$2'" >&2; exit 2 ;;
esac
