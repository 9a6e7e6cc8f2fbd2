package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.UnprovenUndoException;
import dev.musterpoint.injectors.kubernetes.cut.AgentState.Kind;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Ends a cut where it can be ended, waits for the nodes to end it where not, and takes away what the cut was made with. */
final class CutRecovery {
    /** How long undoing may take beyond the time of the cut. */
    static final Duration LONGEST_BEYOND_CUT = Duration.ofMinutes(2);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final Duration SWEPT_WITHIN = Duration.ofSeconds(30);
    private static final Duration REMOVED_WITHIN = Duration.ofSeconds(20);
    private static final long GRACE_SECONDS = 5;

    private final KubernetesClient client;
    private final Cut cut;
    private final RunClock clock;
    private final CutPods pods;

    CutRecovery(KubernetesClient client, Cut cut, RunClock clock) {
        this.client = client;
        this.cut = cut;
        this.clock = clock;
        this.pods = new CutPods(client, cut);
    }

    /** For agents that were never told to cut. */
    void removeAll() throws InjectionException {
        pods.present().keySet().forEach(name -> pods.delete(name, GRACE_SECONDS));
        awaitGone();
    }

    /** For agents that may have been told. */
    void endAndClear() throws InjectionException {
        try (Stopping stopping = new Stopping(pods)) {
            stopping.tell(cut.zone().nodes().keySet());
            awaitOver();
        }
        clear();
        awaitGone();
    }

    private void awaitOver() throws InjectionException {
        Patience patience =
                new Patience(clock, Duration.ofSeconds(cut.settings().seconds()).plus(BACK_WITHIN));
        LastTrouble trouble = new LastTrouble();
        if (!patience.await(() -> trouble.tolerated(this::isOver))) {
            throw new InjectionException("the cut of zone '" + cut.zone().name()
                    + "' is over by now, and its nodes are not all back: "
                    + trouble.orElse(() -> pods.agents().toString()));
        }
    }

    /** No agent runs any more, and every node that is still there is back. */
    private boolean isOver() {
        return pods.agents().values().stream().allMatch(AgentState::isOver)
                && cut.zone().present(client).values().stream().allMatch(NodeFacts::isReady);
    }

    /** An agent that does not say that nothing of it is left is followed by a sweeper, and stays until that says so. */
    private void clear() throws InjectionException {
        Set<String> present = cut.zone().present(client).keySet();
        Set<String> unclear = new TreeSet<>();
        for (Map.Entry<String, AgentState> agent : pods.agents().entrySet()) {
            if (agent.getValue().kind() == Kind.DONE || !present.contains(agent.getKey())) {
                remove(agent.getKey());
            } else {
                unclear.add(agent.getKey());
            }
        }
        sweep(unclear);
    }

    private void sweep(Set<String> nodes) throws InjectionException {
        for (String node : nodes) {
            if (pods.sweeper(node).kind() == Kind.FAILED) {
                pods.delete(cut.sweeper(node), 0);
            }
            if (pods.sweeper(node).kind() == Kind.GONE) {
                makeSweeper(node);
            }
        }
        new Patience(clock, SWEPT_WITHIN)
                .await(() -> nodes.stream().allMatch(node -> pods.sweeper(node).isOver()));
        List<String> failed = new ArrayList<>();
        for (String node : nodes) {
            AgentState sweeper = pods.sweeper(node);
            if (sweeper.kind() == Kind.DONE) {
                remove(node);
            } else {
                failed.add(node + ": " + sweeper.detail());
            }
        }
        if (!failed.isEmpty()) {
            throw new UnprovenUndoException(
                    "whether the table " + cut.table() + " is gone could not be told on " + String.join("; ", failed));
        }
    }

    private void makeSweeper(String node) throws InjectionException {
        try {
            pods.makeSweeper(node);
        } catch (KubernetesClientException e) {
            throw new UnprovenUndoException(
                    "whether the table " + cut.table() + " is gone on " + node
                            + " could not be told, for no pod could be made there: " + ClusterErrors.say(e),
                    e);
        }
    }

    private void remove(String node) {
        pods.delete(cut.agent(node), 0);
        pods.delete(cut.sweeper(node), 0);
    }

    private void awaitGone() throws InjectionException {
        if (!new Patience(clock, REMOVED_WITHIN).await(() -> pods.present().isEmpty())) {
            throw new InjectionException(
                    "pods were deleted and are still there: " + pods.present().keySet());
        }
    }

    /** What kept the cluster from being read, while waiting goes on: the API server may be in the zone. */
    private static final class LastTrouble {
        private String trouble = "";

        /** Looks at the cluster. */
        private interface Look {
            boolean isSo();
        }

        boolean tolerated(Look look) {
            try {
                boolean so = look.isSo();
                trouble = "";
                return so;
            } catch (KubernetesClientException e) {
                trouble = ClusterErrors.say(e);
                return false;
            }
        }

        String orElse(Supplier<String> otherwise) {
            return trouble.isEmpty() ? otherwise.get() : trouble;
        }
    }
}
