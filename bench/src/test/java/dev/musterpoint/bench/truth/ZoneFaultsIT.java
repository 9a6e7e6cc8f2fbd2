package dev.musterpoint.bench.truth;

import java.util.List;

/** What takes a node of a cluster away, or a zone. */
class ZoneFaultsIT extends FaultsBesideAClient {
    @Override
    List<String> drills() {
        return List.of("node-drain", "zone-evacuate", "zone-power", "zone-cut");
    }
}
