#!/bin/bash
# web.sh CLUSTER [NAMESPACE]: the web service of web.yaml, and its address once all of it is ready.
set -eu
CLUSTER=${1:?the directory of the cluster}
. "$(dirname "$0")/env.sh"
namespace=${2:-default}
address=$($K -n "$namespace" apply --validate=false -f "$HERE/web.yaml" -o 'jsonpath={.items[*].spec.clusterIP}')
$K -n "$namespace" rollout status deployment/web --timeout=60s >/dev/null
for _ in $(seq 100); do # kube-proxy takes a moment to learn of it
  ! timeout 1 bash -c ": <>/dev/tcp/$address/80" || { echo "http://$address/"; exit 0; }
  sleep 0.1
done 2>/dev/null
echo "the service at $address does not answer" >&2
exit 1
