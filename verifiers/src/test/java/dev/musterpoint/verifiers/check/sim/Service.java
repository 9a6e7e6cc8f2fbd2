package dev.musterpoint.verifiers.check.sim;

import java.util.ArrayList;
import java.util.List;

/** A service with a scripted life. Requests meet the spell that stands when they are sent. */
final class Service {
    private final long limit;
    private final long fastest;
    private final long slowest;
    private final double residual;
    private final List<Spell> spells = new ArrayList<>();
    private final List<Death> deaths = new ArrayList<>();

    /** What happens to requests under way at a moment: they are refused at once, or never answered. */
    private record Death(long at, boolean reset) {}

    /** An answer: whether it is correct, and when it comes; {@link Truth#NEVER} if it does not. */
    record Reply(boolean correct, long arrival) {
        long latencySince(long sent) {
            return correct && arrival != Truth.NEVER ? arrival - sent : Truth.NEVER;
        }
    }

    /**
     * A service that answers between {@code fastest} and {@code slowest}, judged by {@code limit} (ℓ), and fails a share of
     * requests ({@code residual}, ε) though nothing is wrong.
     */
    Service(long limit, long fastest, long slowest, double residual) {
        this.residual = residual;
        this.limit = limit;
        this.fastest = fastest;
        this.slowest = slowest;
    }

    Service add(Spell spell) {
        spells.add(spell);
        return this;
    }

    Service dies(long at, boolean reset) {
        deaths.add(new Death(at, reset));
        return this;
    }

    Reply reply(long sent, Random64 random) {
        for (Spell spell : spells) {
            if (sent >= spell.from() && sent < spell.to() && random.chance(spell.share())) {
                return troubled(spell, sent);
            }
        }
        long arrival = sent + random.between(fastest, slowest);
        if (residual > 0 && random.chance(residual)) {
            return new Reply(false, arrival);
        }
        for (Death death : deaths) {
            if (sent < death.at() && arrival > death.at()) {
                return new Reply(false, death.reset() ? death.at() : Truth.NEVER);
            }
        }
        return new Reply(true, arrival);
    }

    private static Reply troubled(Spell spell, long sent) {
        return switch (spell.trouble()) {
            case ERROR -> new Reply(false, sent + spell.latency());
            case HANG -> new Reply(false, Truth.NEVER);
            case SLOW -> new Reply(true, sent + spell.latency());
            case QUEUE -> new Reply(true, spell.to() + spell.latency());
        };
    }

    /** When requests sent are not all good. */
    List<Stretch> badStretches() {
        List<Stretch> bad = new ArrayList<>();
        spells.forEach(spell -> bad.add(spell.bad(limit)));
        deaths.forEach(death -> bad.add(new Stretch(death.at() - slowest, death.at())));
        return Stretch.merged(bad);
    }

    /** The same without what probing does not promise to see: what is shorter, and the last requests before a death. */
    List<Stretch> solidStretches(long shortest) {
        List<Stretch> bad = new ArrayList<>();
        spells.forEach(spell -> bad.add(spell.bad(limit)));
        return Stretch.merged(bad).stream()
                .filter(each -> each.length() >= shortest)
                .toList();
    }
}
