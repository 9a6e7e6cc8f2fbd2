package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads drill files. Strict: whatever it does not know, cannot use yet, or finds nothing behind is a problem with its
 * place, and all problems of a file are reported together.
 */
public final class DrillReader {
    private static final String[] LATER = {"schedule", "load", "markers", "creates"};

    private final Catalogue catalogue;
    private final Function<String, Optional<String>> environment;

    /** @param environment looks up a variable of the environment */
    public DrillReader(Catalogue catalogue, Function<String, Optional<String>> environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    /**
     * Reads a drill.
     *
     * @param variables the values given for this run, which come before those of the environment and the file
     * @throws DrillFileException with every problem there is
     */
    public DrillSpec read(SourceFile file, Map<String, String> variables) {
        Problems problems = new Problems(file.name());
        Document document = Document.open(file, FileKind.DRILL, variables, environment, true, problems);
        DrillSpec spec = read(document, problems);
        problems.failIfAny();
        return spec;
    }

    private DrillSpec read(Document document, Problems problems) {
        Fields spec = document.spec();
        spec.require("hypothesis", "environment", "objectives", "timing");
        String hypothesis = spec.text("hypothesis").orElse(Fields.MISSING);
        String environmentName = spec.line("environment").orElse(Fields.MISSING);
        Trigger trigger = trigger(spec);
        SystemsReader systems = new SystemsReader(catalogue, problems);
        Map<String, SystemSpec> systemSpecs = systems.read(spec.entries("systems"));
        ProbesReader probes = new ProbesReader(catalogue, systems.types(), problems);
        probes.read(spec.entries("probes"));
        WorkloadsReader workloads = new WorkloadsReader(catalogue, systems.types(), problems);
        Map<String, WorkloadSpec> workloadSpecs = workloads.read(spec.entries("workloads"));
        FaultsReader faults = new FaultsReader(catalogue, systems.types(), problems);
        List<FaultSpec> faultSpecs = trigger == Trigger.FAULT ? faults.read(spec.filledItems("faults")) : List.of();
        Optional<String> runbook = runbook(spec, "runbook");
        Optional<String> failback = runbook(spec, "failback");
        List<Objective> objectives = new ObjectivesReader(
                        probes.names(),
                        probes.modes(),
                        workloads.names(),
                        events(spec, faults.names(), failback),
                        problems)
                .read(spec.filledItems("objectives"));
        List<Guardrail> guardrails = new GuardrailsReader(probes.names(), problems).read(spec.items("abortWhen"));
        Timing timing = TimingReader.read(spec.mapping("timing"));
        SurroundingReader surrounding = new SurroundingReader(catalogue, systems.types(), problems);
        List<RunbookStep> setup = surrounding.read(spec.items("setup"), OnFailure.STOP);
        List<RunbookStep> teardown = surrounding.read(spec.items("teardown"), OnFailure.CONTINUE);
        surrounding.check(setup, teardown);
        probes.check(surrounding.published(setup));
        spec.later(LATER);
        spec.finish();
        return new DrillSpec(
                document.metadata(),
                hypothesis,
                environmentName,
                systemSpecs,
                probes.specs(objectives),
                workloadSpecs,
                objectives,
                faultSpecs,
                runbook,
                failback,
                guardrails,
                trigger,
                timing,
                setup,
                teardown);
    }

    /** A drill that injects nothing says so: one whose faults were forgotten must not pass for it. */
    private static Trigger trigger(Fields spec) {
        Trigger trigger = spec.choice("trigger", List.of("fault", "declared", "observed"))
                .map(written -> Trigger.valueOf(written.toUpperCase(Locale.ROOT)))
                .orElse(Trigger.FAULT);
        if (trigger == Trigger.FAULT) {
            spec.require("faults");
        } else {
            spec.refuse(
                    "faults",
                    "a drill with 'trigger: " + trigger.name().toLowerCase(Locale.ROOT)
                            + "' injects nothing; leave out 'faults', or the trigger");
        }
        return trigger;
    }

    /** What objectives can count from: each fault, and the fail-back where there is one. */
    private static Names events(Fields spec, Names faults, Optional<String> failback) {
        if (failback.isEmpty()) {
            return faults;
        }
        if (faults.declared().contains(Objective.FAILBACK)) {
            spec.problem("a fault is called '" + Objective.FAILBACK + "', as what objectives count from is that"
                    + " name the fail-back; call the fault something else");
        }
        List<String> events = new ArrayList<>(faults.declared());
        events.add(Objective.FAILBACK);
        return new Names("fault", events);
    }

    /** A runbook is named, never given as a path: a drill file cannot reach out of its folder. */
    private static Optional<String> runbook(Fields spec, String key) {
        Optional<Yaml.Scalar> name = spec.scalar(key);
        name.ifPresent(scalar -> Identifiers.check(scalar, "a runbook's name", spec.problems()));
        return name.map(Yaml.Scalar::text).filter(text -> !text.isBlank());
    }
}
