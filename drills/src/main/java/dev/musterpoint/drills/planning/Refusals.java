package dev.musterpoint.drills.planning;

import java.util.ArrayList;
import java.util.List;

/** Collects the reasons against a plan, so that all are heard at once. */
final class Refusals {
    private final List<Refusal> found = new ArrayList<>();

    void drill(String subject, String message) {
        found.add(new Refusal(Refusal.Ground.DRILL, subject, message));
    }

    void policy(String subject, String message) {
        found.add(new Refusal(Refusal.Ground.POLICY, subject, message));
    }

    void add(Refusal refusal) {
        found.add(refusal);
    }

    /** All of them, each once. */
    List<Refusal> all() {
        return found.stream().distinct().toList();
    }

    void failIfAny() {
        if (!found.isEmpty()) {
            throw new PlanRefusedException(found);
        }
    }
}
