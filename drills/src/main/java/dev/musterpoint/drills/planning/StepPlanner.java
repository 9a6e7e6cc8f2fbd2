package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers the steps of the drill's runbook, and checks that what they speak of is there in this drill. */
final class StepPlanner {
    private final Catalogue catalogue;
    private final Map<String, SystemFacts> systems;
    private final Refusals refusals;

    StepPlanner(Catalogue catalogue, Map<String, SystemFacts> systems, Refusals refusals) {
        this.catalogue = catalogue;
        this.systems = systems;
        this.refusals = refusals;
    }

    List<PlannedStep> plan(DrillSpec spec, Optional<Runbook> runbook) {
        List<PlannedStep> planned = number(spec, StepStage.RUNBOOK, spec.runbook(), runbook);
        if (spec.runbook().equals(runbook.map(book -> book.metadata().name()))) {
            checkDetections(spec, planned);
        }
        return planned;
    }

    /** The steps of the fail-back. One of them must be the one that switches. */
    List<PlannedStep> planFailback(DrillSpec spec, Optional<Runbook> failback) {
        List<PlannedStep> planned = number(spec, StepStage.FAILBACK, spec.failback(), failback);
        if (!planned.isEmpty() && planned.stream().noneMatch(each -> each.step().part() == StepPart.SWITCH)) {
            refusals.drill(
                    "failback",
                    "no step of '" + spec.failback().orElse("") + "' has 'part: switch', so that nothing tells when"
                            + " the interruption begins; give it to the step that takes the service from its server");
        }
        return planned;
    }

    private List<PlannedStep> number(
            DrillSpec spec, StepStage stage, Optional<String> named, Optional<Runbook> runbook) {
        String key = stage.name().toLowerCase(Locale.ROOT);
        String wanted = named.orElse("");
        String given = runbook.map(book -> book.metadata().name()).orElse("");
        if (!wanted.equals(given)) {
            refusals.drill(key, mismatch(key, wanted, given));
            return List.of();
        }
        List<PlannedStep> planned = new ArrayList<>();
        for (RunbookStep step : runbook.map(Runbook::steps).orElse(List.of())) {
            planned.add(new PlannedStep(stage, planned.size() + 1, step));
            if (step instanceof RunbookStep.Automated automated) {
                check(automated, spec);
            }
        }
        return planned;
    }

    /** The steps of the drill's own setup or teardown. */
    List<PlannedStep> plan(StepStage stage, List<RunbookStep> steps, DrillSpec spec) {
        List<PlannedStep> planned = new ArrayList<>();
        for (RunbookStep step : steps) {
            planned.add(new PlannedStep(stage, planned.size() + 1, step));
            if (step instanceof RunbookStep.Automated automated) {
                check(automated, spec);
                refuseProbe(automated, stage);
            }
        }
        return planned;
    }

    /** Probes begin after the setup and have ended before the teardown, so that a step would wait in vain. */
    private void refuseProbe(RunbookStep.Automated step, StepStage stage) {
        step.params()
                .find("probe")
                .ifPresent(probe -> refusals.drill(
                        "step '" + step.name() + "'",
                        "a " + stage.noun() + " cannot look at probe '" + probe
                                + "', which runs only between setup and teardown; use a step that asks the system"));
    }

    /** Steps are told apart, and referred to, by their names. */
    void checkNames(List<PlannedStep> steps) {
        Map<String, StepStage> seen = new HashMap<>();
        for (PlannedStep planned : steps) {
            StepStage other = seen.putIfAbsent(planned.step().name(), planned.stage());
            if (other != null) {
                refusals.drill(
                        "step '" + planned.step().name() + "'",
                        "a " + other.noun() + " and a " + planned.stage().noun()
                                + " have this name; give one of them another");
            }
        }
    }

    /** What notices the fault must be a step of the runbook. */
    private void checkDetections(DrillSpec spec, List<PlannedStep> planned) {
        List<String> names = planned.stream().map(each -> each.step().name()).toList();
        spec.objectives().stream()
                .filter(Objective.Detection.class::isInstance)
                .map(Objective.Detection.class::cast)
                .filter(objective -> !names.contains(objective.step()))
                .forEach(objective -> refusals.drill(
                        "objective '" + objective.name() + "'",
                        "the runbook has no step '" + objective.step() + "'; it has: " + list(names)));
    }

    private static String mismatch(String key, String wanted, String given) {
        if (wanted.isEmpty()) {
            return "the drill names no " + key + ", and '" + given + "' was given; add '" + key + ": " + given
                    + "' to it";
        }
        return given.isEmpty()
                ? "there is no runbook '" + wanted + "'; put its file beside the drill's"
                : "the drill names '" + wanted + "', and '" + given + "' was given";
    }

    private void check(RunbookStep.Automated step, DrillSpec spec) {
        String subject = "step '" + step.name() + "'";
        step.system().ifPresent(system -> checkSystem(step, subject, system));
        known(step, "probe")
                .filter(probe -> !spec.probes().containsKey(probe))
                .ifPresent(probe -> refusals.drill(
                        subject,
                        "the drill has no probe '" + probe + "'; it has: "
                                + list(spec.probes().keySet())));
    }

    private void checkSystem(RunbookStep.Automated step, String subject, String system) {
        SystemFacts facts = systems.get(system);
        if (facts == null) {
            refusals.drill(subject, "the drill has no system '" + system + "'; it has: " + list(systems.keySet()));
            return;
        }
        List<String> types =
                catalogue.steps().info(step.type()).map(TypeInfo::systems).orElse(List.of());
        if (!types.isEmpty() && !types.contains(facts.type())) {
            refusals.drill(
                    subject,
                    "'" + system + "' is of type '" + facts.type() + "', and '" + step.type() + "' works with: "
                            + list(types));
        }
        checkMember(step, subject, facts);
    }

    /** Only where the members are known before the run. */
    private void checkMember(RunbookStep.Automated step, String subject, SystemFacts facts) {
        List<String> members =
                facts.members().stream().map(SystemFacts.Member::name).toList();
        known(step, "member")
                .filter(member -> !members.isEmpty() && !members.contains(member))
                .ifPresent(member -> refusals.drill(
                        subject, "'" + facts.name() + "' has no member '" + member + "'; it has: " + list(members)));
    }

    /** What stands under {@code name}, unless a step has to publish it first. */
    private static Optional<String> known(RunbookStep.Automated step, String name) {
        boolean published = ReferringText.of(step.params().values().get(name)).isPresent();
        return published ? Optional.empty() : step.params().find(name);
    }

    private static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
