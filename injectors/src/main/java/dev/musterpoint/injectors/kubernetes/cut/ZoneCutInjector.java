package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.injectors.kubernetes.ZoneNodes;
import dev.musterpoint.injectors.kubernetes.cut.AgentState.Kind;
import java.time.Duration;
import java.util.Map;

/**
 * Cuts off a zone: puts an agent on each of its nodes, and gives all of them the word at once. Each node's kernel ends its cut by
 * itself, whatever becomes of the agent, the API server or Musterpoint.
 */
final class ZoneCutInjector implements FaultInjector {
    private static final Duration READY_WITHIN = Duration.ofSeconds(AgentPod.WAIT);
    /** A request to make a pod may still be on its way. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(2);

    private final Toolbox toolbox;

    ZoneCutInjector(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        Cut cut = cut(fault, target);
        reach(cut, client -> {
            cut.zone().require(client);
            return cut;
        });
        return UndoRecord.of(fault, target, cut.mark(), UndoKind.AUTO, cut.data(), cut.byHand())
                // Counted from here, by others than the nodes: until the agents are ready, and until the cut is over
                // and heard of.
                .standing(fault.spec().holdFor().plus(READY_WITHIN).plus(CutRecovery.LONGEST_BEYOND_CUT));
    }

    private Cut cut(PlannedFault fault, Target target) {
        Map<String, String> attributes = target.attributes();
        ClusterAccess access = ClusterAccess.of(toolbox.systems().get(attributes.get(ZoneTargets.SYSTEM)));
        return new Cut(
                access,
                CutSettings.of(fault.spec()),
                Zone.of(
                        attributes.get(ZoneNodes.ZONE),
                        attributes.get(ZoneTargets.NODES),
                        attributes.get(ZoneTargets.UIDS)),
                toolbox.ownerMark(fault),
                ClusterNames.runLabel(toolbox.runId()));
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        Cut cut = cut(fault, target);
        reach(cut, client -> {
            cut.zone().require(client);
            CutPods pods = new CutPods(client, cut);
            pods.makeAgents();
            awaitReady(pods, injection);
            try (Word word = Word.to(cut.zone().nodes().keySet(), pods)) {
                injection.cancellation().throwIfCancelled();
                injection.amend(Map.of(
                        Cut.TOLD,
                        "true",
                        "endsBy",
                        toolbox.clock()
                                .instant()
                                .plusSeconds(cut.settings().seconds() + 1)
                                .toString()));
                injection.begins();
                word.give();
            }
            return cut;
        });
    }

    private void awaitReady(CutPods pods, Injection injection) throws InjectionException {
        boolean ready = new Patience(toolbox.clock(), READY_WITHIN).await(() -> {
            injection.cancellation().throwIfCancelled();
            Map<String, AgentState> agents = pods.agents();
            for (Map.Entry<String, AgentState> agent : agents.entrySet()) {
                if (agent.getValue().isOver()) {
                    throw new InjectionException("the agent on " + agent.getKey() + " cannot cut: "
                            + agent.getValue().detail() + "; nothing was cut");
                }
            }
            return agents.values().stream().allMatch(agent -> agent.kind() == Kind.READY);
        });
        if (!ready) {
            throw new InjectionException("not every agent was ready within " + READY_WITHIN.toSeconds() + " s: "
                    + pods.agents() + "; nothing was cut. Where the image is slow to pull, pull it to the nodes first");
        }
    }

    private <T> T reach(Cut cut, ClusterCall.Work<T> work) throws InjectionException {
        return ClusterCall.to(cut.access(), toolbox.redactor(), work);
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        Cut cut = Cut.of(undo);
        reach(cut, client -> {
            CutRecovery recovery = new CutRecovery(client, cut, toolbox.clock());
            if (Cut.isTold(undo)) {
                recovery.endAndClear();
            } else {
                recovery.removeAll();
            }
            return cut;
        });
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        Cut cut = Cut.of(undo);
        try {
            return reach(cut, client -> new CutResidue(client, cut).read());
        } catch (InjectionException e) {
            return Residue.unreadable(e.getMessage());
        }
    }

    @Override
    public Duration inFlight() {
        return IN_FLIGHT;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public Duration longest(UndoRecord undo) {
        return Duration.ofSeconds(Cut.of(undo).settings().seconds()).plus(CutRecovery.LONGEST_BEYOND_CUT);
    }
}
