package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds the targets of one fault against its blast radius: how many of each kind, and what share of each group. */
final class BlastRadiusCheck {
    private final String fault;
    private final List<Target> targets;
    private final Refusals refusals;

    BlastRadiusCheck(String fault, List<Target> targets, Refusals refusals) {
        this.fault = fault;
        this.targets = targets;
        this.refusals = refusals;
    }

    void check(BlastRadius radius) {
        Map<String, Long> byKind = targets.stream().collect(Collectors.groupingBy(Target::kind, Collectors.counting()));
        radius.counts().forEach((kind, most) -> count(kind, most, byKind));
        radius.share().ifPresent(this::share);
    }

    /** A limit on a kind that no target has limits nothing, and is most likely a slip of the pen. */
    private void count(String kind, int most, Map<String, Long> byKind) {
        Long selected = byKind.get(kind);
        if (selected == null) {
            refusals.drill(
                    fault,
                    "its blast radius limits '" + kind + "', but its targets are "
                            + String.join(" and ", new TreeSet<>(byKind.keySet())) + "; name the limit after them");
        } else if (selected > most) {
            refusals.drill(
                    fault,
                    "it selects " + selected + " " + kind + ", and its blast radius allows " + most
                            + "; select fewer or raise 'blastRadius." + kind + "': " + listed());
        }
    }

    private void share(Share most) {
        Map<String, List<Target>> groups = new LinkedHashMap<>();
        targets.forEach(target -> groups.computeIfAbsent(target.group(), group -> new ArrayList<>())
                .add(target));
        groups.forEach((group, members) -> {
            int size = members.get(0).groupSize();
            Share selected = Share.of(Math.min(members.size(), size), size);
            if (selected.value() > most.value()) {
                refusals.drill(
                        fault,
                        "it selects " + members.size() + " of " + size + " in '" + group + "', " + selected
                                + ", and its blast radius allows " + most
                                + "; select fewer or raise 'blastRadius.share'");
            }
        });
    }

    private String listed() {
        return targets.stream().map(Target::id).collect(Collectors.joining(", "));
    }
}
