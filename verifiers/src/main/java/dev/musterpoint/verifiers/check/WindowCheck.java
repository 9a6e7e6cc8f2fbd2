package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.ProbingStarted;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.spec.Windowed;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity.Bounds;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.lanes.Lane;
import dev.musterpoint.verifiers.check.lanes.Pauses;
import dev.musterpoint.verifiers.check.window.Acknowledgements;
import dev.musterpoint.verifiers.check.window.Census;
import dev.musterpoint.verifiers.check.window.LatencyBounds;
import dev.musterpoint.verifiers.check.window.Schedule;
import dev.musterpoint.verifiers.check.window.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the objectives on a window: availability, latency and capacity. */
final class WindowCheck {
    private final DrillPlan plan;
    private final EvidenceLog evidence;
    private final RunFacts facts;
    private final List<ProbingStarted> probings;

    WindowCheck(DrillPlan plan, EvidenceLog evidence, RunFacts facts) {
        this.plan = plan;
        this.evidence = evidence;
        this.facts = facts;
        this.probings = JournalFacts.of(evidence).all(ProbingStarted.class);
    }

    /** Judges the objectives that are measured on {@code probe}, whose lane is in memory. */
    List<ObjectiveJudged> judge(ProbeSpec probe, Lane lane, Pauses pauses) {
        List<ObjectiveJudged> judged = new ArrayList<>();
        for (Objective objective : plan.spec().objectives()) {
            if (isOn(objective, probe.name())) {
                judged.add(judge(objective, probe, lane, pauses));
            }
        }
        return judged;
    }

    /** Whether {@code objective} is on a window of {@code probe}. */
    static boolean isOn(Objective objective, String probe) {
        boolean onProbe = !(objective instanceof Objective.Capacity capacity)
                || capacity.probe().isPresent();
        return objective instanceof Windowed && onProbe && objective.on().contains(probe);
    }

    private ObjectiveJudged judge(Objective objective, ProbeSpec probe, Lane lane, Pauses pauses) {
        During during = ((Windowed) objective).during();
        Optional<TimeWindow> window = Windows.of(during, plan, facts);
        Optional<Schedule> schedule = schedule(probe.name());
        Optional<Ruling> ruling = preconditions(during, window);
        if (ruling.isEmpty() && schedule.isEmpty()) {
            ruling = Optional.of(Ruling.invalid("NOTHING_RECORDED", "the probe was never started"));
        }
        if (ruling.isEmpty() && schedule.get().attempts(window.get()) == 0) {
            ruling = Optional.of(Ruling.invalid("NOTHING_RECORDED", "no attempt was due in the window"));
        }
        if (ruling.isPresent()) {
            return WindowRuling.unmeasured(objective, ruling.get());
        }
        ObjectiveJudged judged = measure(objective, probe, lane, pauses, schedule.get(), window.get());
        return during == During.BASELINE
                ? judged
                : WindowRuling.beside(judged, inBaseline(objective, probe, lane, pauses, schedule.get()));
    }

    /** The same in the baseline, so that people see what the fault made of it; empty when none was recorded. */
    private Optional<ObjectiveJudged> inBaseline(
            Objective objective, ProbeSpec probe, Lane lane, Pauses pauses, Schedule schedule) {
        return Windows.of(During.BASELINE, plan, facts)
                .filter(window -> schedule.attempts(window) > 0)
                .map(window -> measure(objective, probe, lane, pauses, schedule, window));
    }

    private ObjectiveJudged measure(
            Objective objective, ProbeSpec probe, Lane lane, Pauses pauses, Schedule schedule, TimeWindow window) {
        if (objective instanceof Objective.Latency latency) {
            LatencyBounds bounds = new LatencyBounds(
                            probe.timeout().toNanos(),
                            plan.spec().timing().slack().toNanos(),
                            pauses)
                    .add(lane, schedule, window);
            Interval interval = bounds.quantile(latency.quantile());
            return WindowRuling.latency(latency, interval, bounds, WindowRuling.line(latency, window));
        }
        Census census = Census.of(lane, schedule, window);
        if (objective instanceof Objective.Availability availability) {
            return WindowRuling.availability(availability, census, WindowRuling.line(availability, window));
        }
        Objective.Capacity capacity = (Objective.Capacity) objective;
        Bounds bounds =
                Bounds.of(census.good() / window.seconds(), (census.good() + census.unknown()) / window.seconds());
        return WindowRuling.capacity(
                capacity, bounds, List.of(WindowRuling.line(capacity, window), WindowRuling.line(census)));
    }

    private Optional<Schedule> schedule(String probe) {
        return probings.stream()
                .filter(each -> each.probe().equals(probe))
                .findFirst()
                .map(each -> new Schedule(each.first().nanos(), each.every().toNanos(), each.perTick()));
    }

    /** Judges a capacity that is measured on a workload. Never throws for what the evidence holds. */
    ObjectiveJudged judgeWrites(Objective.Capacity objective) {
        Optional<TimeWindow> window = Windows.of(objective.during(), plan, facts);
        Optional<Ruling> ruling = preconditions(objective.during(), window);
        if (ruling.isPresent()) {
            return WindowRuling.unmeasured(objective, ruling.get());
        }
        Pauses pauses = new Pauses();
        evidence.pauses(pauses::add);
        Acknowledgements writes = new Acknowledgements(window.get(), pauses);
        String workload = objective.workload().orElseThrow();
        evidence.ledger(workload, writes::add);
        return WindowRuling.capacity(objective, writes, window.get());
    }

    private Optional<Ruling> preconditions(During during, Optional<TimeWindow> window) {
        if (during != During.BASELINE && facts.trigger() == Trigger.FAULT) {
            if (facts.faults().isEmpty()) {
                String why = facts.skipped().isEmpty()
                        ? "the fault was never asked for: nothing was tested"
                        : facts.untested(Optional.empty()).orElseThrow();
                return Optional.of(Ruling.of(Verdict.NO_EFFECT, why));
            }
            if (!facts.unproven().isEmpty()) {
                return Optional.of(Ruling.of(
                        Verdict.NO_EFFECT, "the effect of " + facts.unproven() + " was not seen: nothing was tested"));
            }
        }
        return window.isEmpty()
                ? Optional.of(Ruling.invalid("NOTHING_RECORDED", "no baseline was recorded"))
                : Optional.empty();
    }
}
