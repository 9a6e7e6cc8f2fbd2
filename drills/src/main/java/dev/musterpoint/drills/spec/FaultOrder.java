package dev.musterpoint.drills.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When a fault is injected. One that says nothing waits for all that are written before it, so that faults come one after
 * another unless told otherwise. {@code after:} names those it waits for instead; {@code with:} names one beside which it
 * is injected: it waits for what that one waits for. A fault is waited for until it is in and its effect was seen.
 */
public record FaultOrder(List<String> after, Optional<String> with) {
    public static final FaultOrder IN_SEQUENCE = new FaultOrder(List.of(), Optional.empty());

    public FaultOrder {
        after = List.copyOf(after);
        Objects.requireNonNull(with);
        if (!after.isEmpty() && with.isPresent()) {
            throw new IllegalArgumentException("a fault is injected after others or with another, not both");
        }
    }

    /** The names of the faults that each fault waits for. @throws IllegalArgumentException when one waits for itself */
    public static Map<String, Set<String>> predecessors(List<FaultSpec> faults) {
        circle(faults).ifPresent(circle -> {
            throw new IllegalArgumentException("faults wait for each other: " + String.join(" waits for ", circle));
        });
        Map<String, List<String>> direct = direct(faults);
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (FaultSpec fault : faults) {
            FaultSpec leader = fault;
            while (leader.order().with().isPresent()) {
                leader = named(faults, leader.order().with().get());
            }
            all.put(fault.name(), Set.copyOf(direct.get(leader.name())));
        }
        return all;
    }

    private static FaultSpec named(List<FaultSpec> faults, String name) {
        return faults.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault '" + name + "'"));
    }

    /** What each fault names, or what stands before it. */
    private static Map<String, List<String>> direct(List<FaultSpec> faults) {
        Map<String, List<String>> direct = new LinkedHashMap<>();
        List<String> before = new ArrayList<>();
        for (FaultSpec fault : faults) {
            FaultOrder order = fault.order();
            List<String> said = order.with().map(List::of).orElse(order.after());
            direct.put(fault.name(), said.isEmpty() ? List.copyOf(before) : said);
            before.add(fault.name());
        }
        return direct;
    }

    /** The names of faults of which each waits for the next and the last for the first, the first named again at the end. */
    public static Optional<List<String>> circle(List<FaultSpec> faults) {
        Map<String, List<String>> direct = direct(faults);
        Set<String> done = new LinkedHashSet<>();
        for (String fault : direct.keySet()) {
            List<String> path = new ArrayList<>();
            if (leadsBack(fault, direct, path, done)) {
                return Optional.of(path.subList(path.indexOf(path.get(path.size() - 1)), path.size()));
            }
        }
        return Optional.empty();
    }

    private static boolean leadsBack(
            String fault, Map<String, List<String>> direct, List<String> path, Set<String> done) {
        boolean again = path.contains(fault);
        path.add(fault);
        if (again) {
            return true;
        }
        for (String next : done.contains(fault) ? List.<String>of() : direct.getOrDefault(fault, List.of())) {
            if (leadsBack(next, direct, path, done)) {
                return true;
            }
        }
        done.add(fault);
        path.remove(path.size() - 1);
        return false;
    }
}
