package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spi.InjectionException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many of the pods that are selected are taken, and which.
 *
 * @param share of those selected, rounded down, and one at least; empty for {@code count}
 * @param seed  what {@link Order#RANDOM} is made of; the same pods and seed give the same choice
 */
record PodChoice(Order order, long seed, int count, Optional<Share> share) {
    /** Against a share such as 33 % of 100 that comes out as 32.999…. */
    private static final double ROUNDING = 1e-9;

    /** Which come first. */
    enum Order {
        OLDEST,
        NEWEST,
        RANDOM
    }

    PodChoice {
        Checks.atLeast(count, 1, "target.count");
    }

    static PodChoice of(Params target) throws InjectionException {
        if (target.has("count") && target.has("share")) {
            throw new InjectionException("its target has 'count' and 'share'; give one of them");
        }
        return new PodChoice(
                Order.valueOf(target.text("order", "random").toUpperCase(Locale.ROOT)),
                target.number("seed", 0),
                target.integer("count", 1),
                target.find("share").map(Share::parse));
    }

    List<PodView> choose(List<PodView> selected) {
        int wanted = share.map(part -> (int) Math.max(1, Math.floor(part.value() * selected.size() + ROUNDING)))
                .orElse(count);
        return selected.stream().sorted(comparator()).limit(wanted).toList();
    }

    private Comparator<PodView> comparator() {
        Comparator<PodView> byAge = Comparator.comparing(PodView::created);
        Comparator<PodView> chosen =
                switch (order) {
                    case OLDEST -> byAge;
                    case NEWEST -> byAge.reversed();
                    case RANDOM -> Comparator.comparing(this::lot);
                };
        return chosen.thenComparing(PodView::name);
    }

    /** A pod's lot hangs on its UID alone, so that planning again draws the same pods as long as they are there. */
    private String lot(PodView pod) {
        return ClusterNames.digest(seed + "/" + pod.uid());
    }
}
