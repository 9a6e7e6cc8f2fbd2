package dev.musterpoint.verifiers.check.sim;

import static dev.musterpoint.verifiers.check.sim.Random64.MS;
import static dev.musterpoint.verifiers.check.sim.Random64.S;

import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.ResidualErrors;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.verifiers.check.sim.Spell.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One random case being written: its numbers are drawn first, a family then scripts it. Nanoseconds. */
final class Scenario {
    static final long THRESHOLD = 20 * MS;
    static final long TICK = 5 * MS;
    static final long SLACK = 2 * THRESHOLD + TICK;
    /** More probes than it takes failures to prove one, k*, in any case here. */
    private static final int PROOF = 10;

    private static final List<Trouble> PLAIN = List.of(Trouble.ERROR, Trouble.HANG);

    final Random64 random;
    final long every;
    final long limit;
    final long timeout;
    final long over;
    final long fault;
    final long first;
    final Standstills standstills = new Standstills();
    final List<Stretch> dropped = new ArrayList<>();
    final List<Script> lanes = new ArrayList<>();
    final long slowest;

    FailureMode failure = FailureMode.TOTAL;
    int perTick = 1;
    int inFlight = 4096;
    Confirmation confirm;
    long askedFor;
    long effectSeen;
    boolean provable = true;
    boolean injected = true;
    long removed = -1;
    long watchSpare;
    boolean cutShort;
    /** ε, and what the drill says of it. */
    double residual;

    Optional<ResidualErrors> residualErrors = Optional.empty();
    /** The length from which on a bad stretch is promised to be seen. */
    long promised;

    Scenario(Random64 random) {
        this.random = random;
        every = random.ms(20, 200);
        limit = random.between(5 * every / 2, Math.max(5 * every, S));
        timeout = limit + SLACK + random.ms(0, 800);
        over = limit + 5 * every + random.ms(0, 2000);
        slowest = random.chance(0.5) ? limit / 10 : limit * 9 / 10;
        confirm = new Confirmation(random.times(5, 9), 1, Duration.ofNanos(over));
        first = 10 * MS + random.between(0, every);
        fault = 4 * S + random.ms(0, 500);
        askedFor = fault - random.ms(0, random.chance(0.5) ? 5 : 300);
        effectSeen = fault + random.ms(0, random.chance(0.5) ? 5 : 300);
        watchSpare = random.ms(0, 3000);
        promised = 2 * every;
    }

    /** The service fails {@code share} of requests though nothing is wrong, as the drill says. */
    Scenario residual(double share) {
        residual = share;
        residualErrors = Optional.of(ResidualErrors.of(new Share(share)));
        promised = PROOF * every;
        return this;
    }

    /** The same, and the drill says that the baseline will tell. */
    Scenario residualOfBaseline(double share) {
        residual(share);
        residualErrors = Optional.of(ResidualErrors.OF_BASELINE);
        return this;
    }

    /** The length of a bad stretch that cannot be missed by chance where there are residual errors. */
    long provenStretch() {
        long least = failure == FailureMode.PARTIAL ? 200 * every / perTick : PROOF * every;
        return least + stretch();
    }

    /** How much longer is watched for a run where there are residual errors. */
    long longerRun() {
        return residual > 0 ? 3L * Math.max(20, confirm.length()) * every / perTick : 0;
    }

    /** Makes failure partial: many instances behind one address, with the default numbers for it. */
    Scenario partial() {
        failure = FailureMode.PARTIAL;
        perTick = FailureMode.PARTIAL.perTick();
        Confirmation usual = FailureMode.PARTIAL.confirmation();
        confirm = new Confirmation(usual.run(), usual.first(), Duration.ofNanos(over));
        return this;
    }

    /** A new lane, healthy until scripted otherwise from the fault on. */
    Script lane() {
        Service service = new Service(limit, Math.min(MS, slowest), slowest, residual);
        Script script = new Script(service, limit, fault, random);
        lanes.add(script);
        return script;
    }

    /** Trouble that leaves no doubt. */
    Trouble plain() {
        return random.oneOf(PLAIN);
    }

    Trouble any() {
        return random.oneOf(List.of(Trouble.values()));
    }

    /** The length of a bad stretch that probing promises to see: 2Δ or more. */
    long stretch() {
        return 2 * every + (random.chance(0.4) ? random.between(0, 4 * every) : random.ms(0, 4000));
    }

    /** A length over which every request of a queue that counts as bad is of 2Δ or more. */
    long queueStretch() {
        return stretch() + limit;
    }

    /** The length of a bad stretch in which a third of the requests failing cannot be missed by chance. */
    long partialStretch() {
        return 60 * every / perTick + stretch();
    }

    /** A share that partial failure is confirmed against. */
    double partialShare() {
        return random.chance(0.7) ? 1.0 / 3 : 1.0 / 3 + random.share() * 0.5;
    }

    /** A time without trouble too short to end a cluster. */
    long shortGap() {
        return random.between(every, over - 1);
    }

    /** A time without trouble that ends a cluster. */
    long longGap() {
        return over + random.ms(0, 4000);
    }

    long anyGap() {
        return random.chance(0.5) ? shortGap() : longGap();
    }

    /** The runner stands still {@code count} times; half of them right as an attempt begins, or as trouble begins or ends. */
    Scenario pauses(int count, long least, long most) {
        long until = lanes.get(0).cursor() + 2 * over;
        for (int i = 0; i < count; i++) {
            standstills.add(pauseStart(until), random.between(least, most));
        }
        return this;
    }

    private long pauseStart(long until) {
        if (random.chance(0.3)) {
            return random.between(fault - S, until);
        }
        if (random.chance(0.5)) {
            long tick = random.between((fault - S - first) / every, (until - first) / every);
            return first + tick * every + random.between(0, 250_000);
        }
        long edge = random.chance(0.5)
                ? fault
                : lanes.get(random.times(0, lanes.size() - 1)).cursor();
        return Math.max(0, edge - random.between(-50 * MS, 2 * every));
    }

    /** When the first attempt after {@code moment} is due. */
    long nextAttempt(long moment) {
        return first + ((moment - first) / every + 1) * every;
    }

    /** Attempts due within {@code length} are never made, nor recorded. */
    Scenario drop(long from, long length) {
        dropped.add(new Stretch(from, from + length));
        return this;
    }
}
