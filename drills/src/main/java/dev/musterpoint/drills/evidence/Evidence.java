package dev.musterpoint.drills.evidence;

import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Trigger;
import java.time.Duration;
import java.util.Map;

/** One fact in a run's journal. Each kind's stored name is its record's name in kebab case. */
public sealed interface Evidence {

    /** The run exists. Written first. */
    record RunStarted(
            String runId, String drill, String planDigest, String toolVersion, ClockIdentity clock, long pid, String by)
            implements Evidence {}

    record PhaseEntered(DrillPhase phase, String reason) implements Evidence {}

    /** The watchdog is up, warm, and waiting on the run's lock. */
    record WatchdogReady(long pid) implements Evidence {}

    /** A named system can be reached. */
    record SystemOpened(SystemFacts system) implements Evidence {}

    /** A probe's open loop began: attempt i is due at {@code first} + i × {@code every}. */
    record ProbingStarted(String probe, Moment first, Duration every, int perTick) implements Evidence {}

    record WorkloadStarted(String workload) implements Evidence {}

    /** What the baseline window showed; the drill injects only when {@code steady}. */
    record BaselineSeen(boolean steady, Moment from, Moment to, String detail) implements Evidence {}

    /** Durable before the change it describes. */
    record UndoPrepared(UndoRecord undo) implements Evidence {}

    /** What only became known while acting. */
    record UndoAmended(String undo, Map<String, String> data) implements Evidence {
        public UndoAmended {
            data = Checks.ordered(data);
        }
    }

    /**
     * The condition of a fault was looked at, last of all before the fault.
     *
     * @param condition what was asked, as the drill has it
     * @param detail    what was found, or why nothing could be
     */
    record ConditionRead(int fault, String condition, Holds holds, String detail) implements Evidence {}

    /** A fault was not injected, in none of its targets, because its condition did not hold or was not known. */
    record FaultSkipped(int fault, String name, String reason) implements Evidence {}

    /**
     * The fault was asked for. {@code started} was taken before the call (T0⁻); {@code returned} when it returned.
     *
     * @param error what went wrong; empty when the call succeeded
     */
    record InjectionReturned(int fault, String target, String undo, Moment started, Moment returned, String error)
            implements Evidence {}

    /** A read saw the fault's effect. {@code returned}, when the first read returned that saw it act, is T0⁺. */
    record EffectSeen(int fault, String target, Moment started, Moment returned, String detail) implements Evidence {}

    /** Reads went on for as long as the drill allows, and none saw the effect. */
    record EffectNotSeen(int fault, String target, Moment until, String detail) implements Evidence {}

    /**
     * The response began though nothing was injected: {@code at} is T0 where the disaster was declared, and where an
     * incident is observed the moment from which it was watched for.
     */
    record ResponseBegan(Trigger trigger, Moment at) implements Evidence {}

    /** A step of {@code stage} began; stored without it, of the runbook. */
    record StepStarted(int step, String name, StepStage stage) implements Evidence {
        public StepStarted {
            stage = stage == null ? StepStage.RUNBOOK : stage;
        }

        /** A step of the runbook began. */
        public StepStarted(int step, String name) {
            this(step, name, StepStage.RUNBOOK);
        }
    }

    /** How a step ended; {@code by} is who did it: {@code runner} or a person's name. */
    record StepEnded(int step, String name, StepOutcome outcome, String by, String detail, StepStage stage)
            implements Evidence {
        public StepEnded {
            stage = stage == null ? StepStage.RUNBOOK : stage;
        }

        /** A step of the runbook ended. */
        public StepEnded(int step, String name, StepOutcome outcome, String by, String detail) {
            this(step, name, outcome, by, detail, StepStage.RUNBOOK);
        }
    }

    /** What a step published. Written before its end; a secret is not in it, only that there is one. */
    record OutputsPublished(StepStage stage, int step, String name, Map<String, String> outputs) implements Evidence {
        public OutputsPublished {
            outputs = Checks.ordered(outputs);
        }
    }

    /** The watch for recovery ended. */
    record WatchEnded(boolean confirmed, String reason) implements Evidence {}

    /** The fail-back and the watch over it ended; {@code confirmed} when every objective that counts from it had its run. */
    record FailbackEnded(boolean confirmed, String reason) implements Evidence {}

    /**
     * All rows of a workload were read in one snapshot, into the segment {@code path}.
     *
     * @param ordinal 1 for the first read-back of this workload, and so on
     * @param error   why it could not be read; empty when it was
     */
    record ReadBackTaken(
            String workload, int ordinal, Moment started, Moment ended, String server, String path, String error)
            implements Evidence {}

    record UndoStarted(String undo, String reason) implements Evidence {}

    /** {@code error} is empty when undoing returned without one. That nothing is left is for {@link ResidueInspected}. */
    record UndoEnded(String undo, String error) implements Evidence {}

    record ResidueInspected(String undo, Residue residue) implements Evidence {}

    /**
     * A guardrail stops the run; an {@link AbortRequested} on its behalf follows.
     *
     * @param limit  its condition in words
     * @param reason what was seen, or not seen
     */
    record GuardrailTripped(String probe, String limit, DrillPhase phase, String reason) implements Evidence {}

    record AbortRequested(String by, String reason) implements Evidence {}

    /** The machine slept, or its clock is another: times of this run cannot be subtracted. {@code now} is what it is now. */
    record ClockChanged(ClockIdentity now) implements Evidence {}

    /** What a system noted itself from T0 to the end, read when nothing of the run was left to do. */
    record HistoryRead(String system, SystemHistory history) implements Evidence {}

    /** Something went wrong that did not end the run. */
    record ProblemMet(String where, String message) implements Evidence {}

    /** A stream of observations, writes or rows is complete: its bytes are now part of the chain. */
    record SegmentClosed(String path, String sha256, long bytes, long lines) implements Evidence {}

    /** A torn last line was cut off when the journal was opened again; its bytes are kept in {@code keptIn}. */
    record TailRepaired(String file, long bytes, String keptIn) implements Evidence {}

    /** A recoverer took over a run that was cut short. {@code journalHead} is the SHA-256 of its journal's last line. */
    record RecoveryStarted(String by, long pid, String journalHead, long journalLines, String reason)
            implements Evidence {}

    /** The run is over. */
    record RunEnded(RunOutcome outcome, CleanUp cleanUp, String detail) implements Evidence {}
}
