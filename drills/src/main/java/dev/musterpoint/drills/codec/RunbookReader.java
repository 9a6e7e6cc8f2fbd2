package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads runbook files, as strictly as {@link DrillReader}. A runbook serves many drills: that its systems and probes
 * exist is checked when a drill is planned with it.
 */
public final class RunbookReader {
    private static final List<String> PARTS = List.of("detect", "decide", "act", "check");
    private static final List<String> MANUAL_KEYS = List.of("unattended");
    private static final List<String> AUTOMATED_KEYS = List.of("system", "with");

    private final Catalogue catalogue;
    private final Function<String, Optional<String>> environment;

    /** @param environment looks up a variable of the environment */
    public RunbookReader(Catalogue catalogue, Function<String, Optional<String>> environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    /**
     * Reads a runbook.
     *
     * @param variables the values given for this run; those the runbook does not use are the drill's
     * @throws DrillFileException with every problem there is
     */
    public Runbook read(SourceFile file, Map<String, String> variables) {
        Problems problems = new Problems(file.name());
        Document document = Document.open(file, FileKind.RUNBOOK, variables, environment, false, problems);
        Fields spec = document.spec();
        spec.require("steps");
        NamedItems names = new NamedItems("step", problems);
        OnFailureReader onFailure = new OnFailureReader(problems);
        List<RunbookStep> steps = names.read(spec.filledItems("steps"), fields -> step(fields, onFailure));
        onFailure.check(names.names());
        Runbook runbook = new Runbook(document.metadata(), steps);
        spec.finish();
        problems.failIfAny();
        return runbook;
    }

    private Optional<RunbookStep> step(Fields fields, OnFailureReader onFailure) {
        fields.require("name", "part", "planned", "timeout");
        String name = fields.line("name").orElse(Fields.MISSING);
        Common common = new Common(
                name,
                fields.choice("part", PARTS)
                        .map(part -> StepPart.valueOf(part.toUpperCase(Locale.ROOT)))
                        .orElse(StepPart.ACT),
                fields.duration("planned").orElse(Duration.ZERO),
                fields.positive("timeout").orElse(Duration.ofSeconds(1)),
                onFailure.read(name, fields));
        fields.later("when", "parallel", "outputs", "retry");
        if (fields.has("manual") && fields.has("type")) {
            fields.problems()
                    .add(fields.place(), fields.what() + " has both 'manual' and 'type'; a step is one of the two");
            return Optional.empty();
        }
        if (!fields.has("manual") && !fields.has("type")) {
            fields.problems().add(fields.place(), fields.what() + " needs 'type' or 'manual'");
            return Optional.empty();
        }
        return fields.has("manual") ? Optional.of(manual(fields, common)) : automated(fields, common);
    }

    private static RunbookStep manual(Fields fields, Common common) {
        AUTOMATED_KEYS.forEach(
                key -> fields.refuse(key, "'" + key + "' belongs to automated steps, which have a 'type'"));
        RunbookStep step = new RunbookStep.Manual(
                common.name(),
                common.part(),
                common.planned(),
                common.timeout(),
                fields.text("manual").orElse(Fields.MISSING),
                fields.choice("unattended", List.of("skip", "stop"))
                        .map(written -> RunbookStep.Unattended.valueOf(written.toUpperCase(Locale.ROOT)))
                        .orElse(RunbookStep.Unattended.STOP),
                common.onFailure());
        fields.finish();
        return step;
    }

    private Optional<RunbookStep> automated(Fields fields, Common common) {
        MANUAL_KEYS.forEach(key -> fields.refuse(key, "'" + key + "' belongs to manual steps"));
        Optional<TypeInfo> type = TypeReader.type(fields, "step", catalogue.steps());
        Optional<Yaml.Scalar> system = TypeReader.requiredSystem(fields, type);
        system.ifPresent(name -> Identifiers.check(name, "a system's name", fields.problems()));
        Params params = type.map(info -> with(fields, info)).orElse(Params.NONE);
        type.ifPresent(info -> fields.finish());
        return type.map(info -> new RunbookStep.Automated(
                common.name(),
                common.part(),
                common.planned(),
                common.timeout(),
                info.type(),
                system.map(Yaml.Scalar::text),
                params,
                common.onFailure()));
    }

    private static Params with(Fields fields, TypeInfo info) {
        if (info.parameters().stream().anyMatch(parameter -> parameter.required())) {
            fields.require("with");
        }
        return fields.mapping("with")
                .map(with -> {
                    Params params = ParameterReader.read(with, info.parameters());
                    with.finish();
                    return params;
                })
                .orElse(Params.NONE);
    }

    /** What every step has. */
    private record Common(String name, StepPart part, Duration planned, Duration timeout, OnFailure onFailure) {}
}
