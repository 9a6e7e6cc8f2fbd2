package dev.musterpoint.bench.truth;

import java.util.List;

/** What takes no node of a cluster away. */
class PodFaultsIT extends FaultsBesideAClient {
    @Override
    List<String> drills() {
        return List.of("pod-kill", "pod-evict", "scale", "network-isolate", "node-cordon");
    }
}
