package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.InjectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether a probe is worse off since a fault than it was before. An attempt is <i>worse</i> when it failed, or took longer
 * than what was usual before and half the delay that the fault should add. The fault is seen when at least
 * {@value #LEAST} of the last {@value #LAST} attempts are worse, and the share of these is larger than before by at least half
 * the share of connections that the fault should be in. It can be seen at all only when, before, a fifth of that share at most
 * was as bad. So what a fault of no delay does, or one that is lost in the noise, is never seen.
 */
final class ProbeShift {
    static final int LEAST = 5;
    static final int LAST = 20;
    /** Fewer attempts tell nothing of what is usual. */
    private static final int LEAST_BEFORE = 10;

    private final String probe;
    private final Share share;
    private final Duration usual;
    private final Optional<Duration> limit;
    private final Share worseBefore;

    /**
     * @param share  of connections that the fault should be in, 0 to 1
     * @param delay  what it should add
     * @param before the last attempts before the fault
     * @throws InjectionException when they are too few to tell what is usual
     */
    ProbeShift(String probe, double share, Delay delay, List<Observation> before) throws InjectionException {
        List<Duration> times = before.stream()
                .filter(each -> each.kind() == AnswerKind.CORRECT)
                .map(ProbeShift::time)
                .sorted()
                .toList();
        if (times.size() < LEAST_BEFORE) {
            throw new InjectionException(
                    "probe '" + probe + "' has had " + times.size() + " good answers, and " + LEAST_BEFORE
                            + " are needed to see it change; let it ask more often, or the baseline last longer");
        }
        this.probe = probe;
        this.share = new Share(share);
        this.usual = times.get(times.size() / 2);
        this.limit = delay.limit(usual);
        this.worseBefore = Share.of(worse(before), before.size());
    }

    private static Duration time(Observation attempt) {
        return attempt.ended().minus(attempt.started());
    }

    private long worse(List<Observation> attempts) {
        return attempts.stream().filter(this::isWorse).count();
    }

    private boolean isWorse(Observation attempt) {
        return attempt.kind() != AnswerKind.CORRECT
                || limit.filter(most -> time(attempt).compareTo(most) > 0).isPresent();
    }

    /** @param since the attempts that began after the look at the target, in order of completion */
    Reading judge(List<Observation> since) {
        if (worseBefore.value() > share.value() / 5) {
            return new Reading(
                    false,
                    worseBefore + " of the attempts of probe '" + probe
                            + "' were as bad before, so that nothing can be seen" + " in it");
        }
        List<Observation> last = since.subList(Math.max(0, since.size() - LAST), since.size());
        long worse = worse(last);
        double needed = worseBefore.value() + share.value() / 2;
        boolean seen = worse >= LEAST && Share.of(worse, last.size()).value() >= needed;
        String bad = limit.map(most -> "failed or took more than " + Durations.format(most))
                .orElse("failed");
        return new Reading(
                seen,
                worse + " of the last " + last.size() + " attempts of probe '" + probe + "' " + bad + "; "
                        + Durations.format(usual) + " was usual before");
    }

    /** What a fault adds to the time of an attempt. */
    record Delay(Kind kind, Duration duration) {
        /** It makes no attempt slower: it ends them. */
        static final Delay NONE = new Delay(Kind.NONE, Duration.ZERO);
        /** It is not known, but must be much to be told from noise: as much as is usual, and 5 ms at least. */
        static final Delay MUCH = new Delay(Kind.MUCH, Duration.ofMillis(5));

        private enum Kind {
            NONE,
            KNOWN,
            MUCH
        }

        static Delay of(Duration duration) {
            return new Delay(Kind.KNOWN, duration);
        }

        private Optional<Duration> limit(Duration usual) {
            return switch (kind) {
                case NONE -> Optional.empty();
                case KNOWN -> Optional.of(usual.plus(duration.dividedBy(2)));
                case MUCH -> Optional.of(usual.plus(usual.compareTo(duration) > 0 ? usual : duration));
            };
        }
    }
}
