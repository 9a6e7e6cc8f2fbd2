#!/bin/bash
# proxy-settings.sh CLUSTER NAME: prints the settings of the kube-proxy called NAME.
set -eu
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
# A client at the edge keeps its address and port: with others, chosen at random, now and then one would be that of a client the pod has just had.
local=$POD_SUPER
[ "$2" != edge ] || local=10.0.0.0/8
cat <<X
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
hostnameOverride: $2
clientConnection: {kubeconfig: $CLUSTER/kube-proxy.kubeconfig}
clusterCIDR: $local
iptables: {minSyncPeriod: 0s, syncPeriod: 30s}
conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
X
