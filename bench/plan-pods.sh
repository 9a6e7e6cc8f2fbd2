#!/bin/bash
# What planning takes among so many pods: bench/plan-pods.sh 10000 [CLUSTER]. The time of 'muster drill plan' in a heap of 256 MB,
# beside that of 'kubectl get pods -A' by turns, and the peak memory of both. CLUSTER is one that holds them already. Takes Linux
# and root, and wants an idle machine.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
pods=${1:-10000}
cluster=${2:-}
"$home/muster" --version >/dev/null
if [ -z "$cluster" ]; then
  bin=$("$home/testbed/kubernetes/install.sh" | tail -n 1)
  cluster=$(mktemp -d /tmp/plan-pods-XXXXXX)
  trap '"$home/testbed/kubernetes/down.sh" "$cluster"' EXIT
  OWNER=$$ NODE_GRACE=2m "$home/testbed/kubernetes/up.sh" "$cluster" "$bin"
  "$home/testbed/kubernetes/kwok-up.sh" "$cluster" $((pods / 100)) "$pods"
fi
export KUBECONFIG=$cluster/admin.kubeconfig MUSTER_POLICY=$home/bench/drills/policy.yaml MUSTER_JAVA_OPTS=-Xmx256m
python3 - "$cluster/bin/kubectl" "$home/muster" "$home/bench/drills/one-of-many.yaml" <<'PY'
import os, statistics, subprocess, sys, time

kubectl, muster, drill = sys.argv[1:]

def once(command):
    """Seconds and peak memory in MB of one run."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - began, used.ru_maxrss / 1024

programs = {
    "kubectl get pods -A": [kubectl, "get", "pods", "-A"],
    "muster drill plan": [muster, "drill", "plan", drill],
}
figures = {name: [] for name in programs}
for _ in range(7):
    for name, command in programs.items():
        figures[name].append(once(command))
for name, runs in figures.items():
    seconds, memory = zip(*runs)
    print(f"{name:20} {statistics.median(seconds):6.2f} s   {max(memory):4.0f} MB at most (median of {len(runs)})")
medians = [statistics.median(s for s, _ in runs) for runs in figures.values()]
print(f"ratio {medians[1] / medians[0]:.2f}")
PY
