#!/bin/bash
# keys.sh CLUSTER: one CA, the certificates it signs, the key of service accounts, and a token for each client.
set -eu
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
cd "$CLUSTER/pki"
curve="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
# shellcheck disable=SC2086 # the list of options
{
  openssl req -x509 $curve -keyout ca.key -out ca.crt -days 30 -subj /CN=musterpoint-testbed-ca
  cert() { # NAME SUBJECT EXTENSIONS
    openssl req $curve -keyout "$1.key" -out "$1.csr" -subj "$2"
    openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -out "$1.crt" -extfile <(printf '%b' "$3")
  }
  cert apiserver /CN=kube-apiserver "subjectAltName=IP:$HOST_IP,IP:127.0.0.1,IP:$SVC_FIRST,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default.svc\nextendedKeyUsage=serverAuth\n"
  cert kubelet-client /O=system:masters/CN=apiserver-kubelet-client "extendedKeyUsage=clientAuth\n"
  openssl genrsa -out sa.key 2048
  openssl rsa -in sa.key -pubout -out sa.pub
} 2>openssl.log || { cat openssl.log >&2; exit 1; }
token() { # NAME USER [GROUP]
  local t
  t=$(openssl rand -hex 16)
  printf '%s' "$t" >"token-$1"
  echo "$t,$2,$1${3:+,\"$3\"}" >>tokens.csv
}
: >tokens.csv
token admin admin system:masters
token kcm system:kube-controller-manager
token scheduler system:kube-scheduler
token kube-proxy system:kube-proxy
for n in $NODES; do token "node-$n" "system:node:node-$n" system:nodes; done
