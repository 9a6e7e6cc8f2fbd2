#!/bin/bash
# proxy-settings.sh CLUSTER NAME: prints the settings of the kube-proxy called NAME.
set -eu
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
cat <<X
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
hostnameOverride: $2
clientConnection: {kubeconfig: $CLUSTER/kube-proxy.kubeconfig}
clusterCIDR: $POD_SUPER
iptables: {minSyncPeriod: 0s, syncPeriod: 30s}
conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
X
