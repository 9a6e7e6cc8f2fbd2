package dev.musterpoint.drills.planning;

import java.util.List;
import java.util.stream.Collectors;

/** A drill cannot be planned. Carries every reason, in the order of the drill. */
public class PlanRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public PlanRefusedException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    /** Whether the drill itself is in order and only policy stands against it. */
    public boolean byPolicy() {
        return refusals.stream().allMatch(refusal -> refusal.ground() == Refusal.Ground.POLICY);
    }
}
