package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Guardrail.OnUnknown;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One guardrail while the run goes on. The time that a breach must last is cut into parts, and in each of them, and in
 * the one before, more attempts than allowed must have failed: a burst of failures that is over, however many they were,
 * does not last, and one part alone would let a breach count that began in its midst. Only time in guarded phases counts.
 */
final class GuardrailWatch {
    private static final int MOST_PARTS = 5;

    private final Guardrail guardrail;
    private final ProbeSpec probe;
    private final int parts;
    private final Duration part;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private Moment guarded;
    private Moment lastSeen = Moment.START;

    GuardrailWatch(Guardrail guardrail, ProbeSpec probe) {
        this.guardrail = guardrail;
        this.probe = probe;
        // A part must hold two ticks, or one that holds none would end the breach.
        long ticks = guardrail.lasting().dividedBy(probe.every()) / 2;
        int lasting = (int) Math.max(1, Math.min(MOST_PARTS, ticks));
        this.part = guardrail.lasting().dividedBy(lasting);
        this.parts = lasting + 1;
    }

    private record Seen(Moment at, boolean good) {}

    Guardrail guardrail() {
        return guardrail;
    }

    void entered(DrillPhase phase, Moment now) {
        boolean applies =
                guardrail.phases().stream().anyMatch(guard -> guard.name().equals(phase.name()));
        if (!applies) {
            guarded = null;
        } else if (guarded == null) {
            guarded = now;
        }
    }

    /** An attempt that never started says nothing of the service. */
    void observed(Observation observation, boolean good) {
        if (observation.kind() == AnswerKind.NOT_STARTED) {
            return;
        }
        lastSeen = lastSeen.isBefore(observation.ended()) ? observation.ended() : lastSeen;
        seen.addLast(new Seen(observation.ended(), good));
        Moment oldest = start(lastSeen);
        while (seen.peekFirst().at().isBefore(oldest)) {
            seen.removeFirst();
        }
    }

    /** Why the run must stop; empty while it need not. */
    Optional<String> breach(Moment now) {
        if (guarded == null) {
            return Optional.empty();
        }
        if (guardrail.onUnknown() == OnUnknown.ABORT && isUnreadable(now)) {
            return Optional.of("its probe has said nothing for " + Durations.format(guardrail.unreadableFor()));
        }
        boolean longEnough = now.minus(guarded).compareTo(guardrail.lasting()) >= 0;
        return longEnough && failsThroughout(start(now))
                ? Optional.of(failing(lately(now)) + " of its attempts failed, throughout that time")
                : Optional.empty();
    }

    private Moment start(Moment now) {
        return now.plus(part.multipliedBy(parts).negated());
    }

    private Moment lately(Moment now) {
        return now.plus(guardrail.lasting().negated());
    }

    private boolean isUnreadable(Moment now) {
        Moment since = lastSeen.isBefore(guarded) ? guarded : lastSeen;
        return now.minus(since).compareTo(guardrail.unreadableFor()) >= 0;
    }

    private boolean failsThroughout(Moment from) {
        long[] all = new long[parts];
        long[] bad = new long[parts];
        for (Seen each : seen) {
            if (each.at().isAfter(from)) {
                int in = partAfter(each.at().minus(from));
                all[in]++;
                bad[in] += each.good() ? 0 : 1;
            }
        }
        return Arrays.stream(all).noneMatch(count -> count == 0)
                && IntStream.range(0, parts).allMatch(i -> isTooMuch(Share.of(bad[i], all[i])));
    }

    private int partAfter(Duration sinceStart) {
        return (int) Math.min(parts - 1, sinceStart.dividedBy(part));
    }

    private boolean isTooMuch(Share failed) {
        return failed.value() > guardrail.errorsAbove().value();
    }

    private Share failing(Moment from) {
        long all = seen.stream().filter(each -> each.at().isAfter(from)).count();
        long bad = seen.stream()
                .filter(each -> each.at().isAfter(from) && !each.good())
                .count();
        return Share.of(bad, all);
    }

    /**
     * What stands against injecting anything now; empty when the probe answers, and well.
     *
     * @param baseline when the baseline window began; what came before was warming up
     */
    Optional<String> objection(Moment baseline, Moment now) {
        Moment from = lately(now).isBefore(baseline) ? baseline : lately(now);
        Duration silence = probe.every().plus(probe.timeout());
        if (seen.isEmpty() || now.minus(lastSeen).compareTo(silence) > 0) {
            return Optional.of("cannot be read: its probe has said nothing lately");
        }
        Share failed = failing(from);
        return isTooMuch(failed)
                ? Optional.of("does not hold: " + failed + " of its attempts fail already")
                : Optional.empty();
    }
}
