package dev.musterpoint.drills.verdict;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.StepPart;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One thing that judging found. */
public sealed interface Finding {

    /**
     * The judgement of one objective.
     *
     * @param kind       the objective's kind, such as {@code recoveryTime}
     * @param target     the target as a duration; empty where it is a count
     * @param atMost     the target as a count; empty where it is a duration
     * @param measured   what was achieved; empty when nothing could be measured
     * @param arithmetic the numbers behind the interval, one line each, so that a reader can do it again
     * @param quantity   target and measurement where they are neither durations nor counts; {@code measured} is then empty
     */
    record ObjectiveJudged(
            String objective,
            String kind,
            Verdict verdict,
            Optional<Duration> target,
            Optional<Integer> atMost,
            Optional<Interval> measured,
            String because,
            List<String> arithmetic,
            Optional<Quantity> quantity)
            implements Finding {
        public ObjectiveJudged {
            Objects.requireNonNull(objective);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(target);
            Objects.requireNonNull(atMost);
            Objects.requireNonNull(measured);
            Objects.requireNonNull(because);
            arithmetic = List.copyOf(arithmetic);
            Objects.requireNonNull(quantity);
        }

        /** The judgement of an objective whose target is a duration or a count. */
        public ObjectiveJudged(
                String objective,
                String kind,
                Verdict verdict,
                Optional<Duration> target,
                Optional<Integer> atMost,
                Optional<Interval> measured,
                String because,
                List<String> arithmetic) {
            this(objective, kind, verdict, target, atMost, measured, because, arithmetic, Optional.empty());
        }
    }

    /**
     * What one probe saw of the whole run.
     *
     * @param tainted observations that a pause of the runner made worthless
     * @param holes   gaps of more than 2Δ between neighbouring starts
     */
    record LaneSeen(
            String probe,
            long observations,
            long good,
            long bad,
            long unknown,
            long tainted,
            long holes,
            Share goodShare,
            List<Outage> outages,
            Interval totalDowntime,
            Interval longestOutage,
            Latency before,
            Latency during,
            Latency after)
            implements Finding {
        public LaneSeen {
            outages = List.copyOf(outages);
        }
    }

    /** A stretch of failures: its length as an interval, from the first proven failure to the last. */
    record Outage(Moment firstBad, Moment lastBad, Interval length) {}

    /** Latency of answers counted from their planned start; empty quantiles where there were no answers. */
    record Latency(
            long answers,
            Optional<Duration> p50,
            Optional<Duration> p95,
            Optional<Duration> p99,
            Optional<Duration> max) {}

    /**
     * What became of a workload's writes.
     *
     * @param lost       acknowledged and not read back: A ∖ R
     * @param recovered  unknown and read back: R ∩ I
     * @param phantom    failed or never attempted, and read back
     * @param repeated   sequences of which two attempts landed
     * @param duplicate  attempts that were read back twice
     * @param corrupt    rows whose payload does not match their checksum
     * @param holes      survivors of the same reign that started after an acknowledged loss: loss that is not a suffix
     * @param splitBrain acknowledgements of a reign that had ended
     * @param lostIds    the first lost writes, for people
     * @param lossWindow RPA; empty when nothing was read back
     */
    record WritesSeen(
            String workload,
            boolean readBack,
            long attempted,
            long acknowledged,
            long failed,
            long unknown,
            long read,
            long lost,
            long recovered,
            long phantom,
            long repeated,
            long duplicate,
            long corrupt,
            long holes,
            long splitBrain,
            List<WriteId> lostIds,
            Optional<Interval> lossWindow)
            implements Finding {
        public WritesSeen {
            lostIds = List.copyOf(lostIds);
        }
    }

    /**
     * What one server acknowledged from its promotion to the event that ended its reign, and what of that was lost. Told
     * of drills with a fail-back, where there is more than one such event.
     *
     * @param server     its identity; empty when it is not known
     * @param endedBy    the name of the event; empty for a reign that lasted
     * @param lostIds    the first lost writes, for people
     * @param lossWindow RPA of this reign; empty when nothing ended it and nothing was lost
     */
    record ReignSeen(
            String workload,
            String server,
            String endedBy,
            long acknowledged,
            long lost,
            List<WriteId> lostIds,
            Optional<Interval> lossWindow)
            implements Finding {
        public ReignSeen {
            Objects.requireNonNull(workload);
            Objects.requireNonNull(server);
            Objects.requireNonNull(endedBy);
            lostIds = List.copyOf(lostIds);
            Objects.requireNonNull(lossWindow);
        }
    }

    /** A part of the recovery time: one runbook step, or what came between. */
    record TimeBilled(String name, StepPart part, Moment from, Moment to, Optional<Duration> planned)
            implements Finding {}

    /**
     * A phase of recovery. Phases may overlap, and need not add up to the recovery time.
     *
     * @param from    when it began; empty, as {@code to}, when the run's evidence does not show the phase
     * @param planned how long its steps were planned to take together; empty where there are none
     * @param detail  what it was taken from, or why it was not measured
     */
    record PhaseBilled(
            RecoveryPhase phase, Optional<Moment> from, Optional<Moment> to, Optional<Duration> planned, String detail)
            implements Finding {
        public PhaseBilled {
            Objects.requireNonNull(phase);
            Objects.requireNonNull(planned);
            Objects.requireNonNull(detail);
            if (from.isPresent() != to.isPresent()) {
                throw new IllegalArgumentException("a phase that was measured has both ends");
            }
        }

        /** How long it took; empty when it was not measured, which is not zero. */
        public Optional<Duration> took() {
            return to.map(end -> end.minus(from.orElseThrow()));
        }
    }

    /** Anything else a reader should know, with a stable code such as {@code RELAPSED}. */
    record Issue(String code, Severity severity, String message) implements Finding {
        public Issue {
            Objects.requireNonNull(code);
            Objects.requireNonNull(severity);
            Objects.requireNonNull(message);
        }
    }
}
