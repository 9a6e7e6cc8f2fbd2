package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.DrillReader;
import dev.musterpoint.drills.codec.RunbookReader;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.planning.Planner;
import dev.musterpoint.drills.planning.PolicyCheck;
import dev.musterpoint.drills.planning.Refusal;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.runbooks.RunbookLibrary;
import dev.musterpoint.runbooks.RunbookLint;
import dev.musterpoint.runbooks.RunbookRemark;
import dev.musterpoint.verifiers.check.lint.LintRemark;
import dev.musterpoint.verifiers.check.lint.MeasurementLint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads and plans drills. Contacts the world only to read. */
public final class DrillService {
    private final Settings settings;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Function<String, Optional<String>> environment;

    public DrillService(
            Settings settings,
            Catalogue catalogue,
            InstantSource clock,
            Function<String, Optional<String>> environment) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * Reads and checks the drill in {@code file}, and resolves nothing.
     *
     * @throws dev.musterpoint.drills.codec.DrillFileException with every problem of the file
     */
    public DrillSpec read(Path file, Map<String, String> variables) {
        return new DrillReader(catalogue, environment).read(SourceFile.read(file), variables);
    }

    /**
     * Reads, checks and plans the drill in {@code file}.
     *
     * @throws dev.musterpoint.drills.codec.DrillFileException with every problem of its files
     * @throws dev.musterpoint.drills.planning.PlanRefusedException with every reason against planning it; also when
     *     there is a policy that cannot be read
     */
    public PreparedDrill prepare(Path file, Map<String, String> variables) {
        SourceFile source = SourceFile.read(file);
        DrillSpec spec = new DrillReader(catalogue, environment).read(source, variables);
        Optional<Runbook> runbook = spec.runbook().map(name -> runbook(name, file, variables, spec.setup()));
        Optional<Runbook> failback = spec.failback().map(name -> runbook(name, file, variables, before(spec, runbook)));
        List<LintRemark> remarks = lint(spec);
        PolicySnapshot policy = settings.policies(environment).inForce();
        Planner planner = new Planner(catalogue, policy, clock, Version.get());
        String name = file.getFileName().toString();
        DrillPlan plan = planner.plan(spec, name, source.digest(), runbook, failback);
        return new PreparedDrill(
                source,
                plan,
                Stream.concat(warnings(remarks, runbook, failback).stream(), concerns(plan))
                        .toList());
    }

    /**
     * Reads, checks and plans the runbook in {@code file} for being carried out by itself, in the surroundings of
     * {@code drill}: its systems, probes and guardrails, its setup and its teardown.
     *
     * @throws dev.musterpoint.drills.codec.DrillFileException with every problem of one of the files
     * @throws dev.musterpoint.drills.planning.PlanRefusedException with every reason against planning it
     */
    public PreparedDrill exercise(Path file, Path drill, Map<String, String> variables) {
        SourceFile source = SourceFile.read(drill);
        DrillSpec spec = new DrillReader(catalogue, environment).read(source, variables);
        Runbook runbook =
                new RunbookReader(catalogue, environment).read(SourceFile.read(file), variables, spec.setup());
        Planner planner = new Planner(catalogue, settings.policies(environment).inForce(), clock, Version.get());
        DrillPlan plan = planner.plan(
                spec.exercising(runbook), drill.getFileName().toString(), source.digest(), Optional.of(runbook));
        return new PreparedDrill(source, plan, warnings(List.of(), Optional.of(runbook), Optional.empty()));
    }

    /**
     * What the measurement could not show.
     *
     * @throws PlanRefusedException when it could not carry a verdict at all
     */
    private List<LintRemark> lint(DrillSpec spec) {
        List<LintRemark> remarks = MeasurementLint.check(spec, fault -> undoKind(fault) != UndoKind.NONE);
        List<Refusal> errors = remarks.stream()
                .filter(LintRemark::error)
                .map(remark -> new Refusal(Refusal.Ground.DRILL, "'" + remark.subject() + "'", remark.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw new PlanRefusedException(errors);
        }
        return remarks;
    }

    private UndoKind undoKind(FaultSpec fault) {
        return catalogue.faults().info(fault.type()).map(TypeInfo::undo).orElse(UndoKind.NONE);
    }

    /** Why the plan, which may be made at any time, could not run at this one; empty when it could. */
    public List<String> notNow(DrillPlan plan) {
        return PolicyCheck.at(clock.instant(), plan.policy()).stream()
                .map(refusal -> "it could not run now: " + refusal)
                .toList();
    }

    private static List<String> warnings(
            List<LintRemark> remarks, Optional<Runbook> runbook, Optional<Runbook> failback) {
        Stream<String> measurement = remarks.stream().map(remark -> "'" + remark.subject() + "': " + remark.message());
        Stream<String> response = Stream.of(runbook, failback)
                .flatMap(Optional::stream)
                .flatMap(book -> RunbookLint.check(book).stream())
                .map(RunbookRemark::toString);
        return Stream.concat(measurement, response).toList();
    }

    /** What makes the systems ill prepared for the faults. */
    private static Stream<String> concerns(DrillPlan plan) {
        return plan.faults().stream().flatMap(fault -> fault.forecast().stream()
                .flatMap(forecast -> forecast.concerns().stream())
                .map(concern -> "'" + fault.spec().name() + "': " + concern));
    }

    /** The steps to whose outputs those of a fail-back may refer. */
    private static List<RunbookStep> before(DrillSpec spec, Optional<Runbook> runbook) {
        return Stream.concat(spec.setup().stream(), runbook.map(Runbook::steps).orElse(List.of()).stream())
                .toList();
    }

    private Runbook runbook(String name, Path drill, Map<String, String> variables, List<RunbookStep> before) {
        Path folder = drill.toAbsolutePath().getParent();
        return new RunbookLibrary(catalogue, environment, settings.catalogue()).find(name, folder, variables, before);
    }
}
