package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepOutput;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one step, of a runbook or of a drill's own setup and teardown. */
final class StepReader {
    private static final List<String> PARTS = List.of("detect", "decide", "act", "switch", "check");
    private static final List<String> MANUAL_KEYS = List.of("unattended");
    private static final List<String> AUTOMATED_KEYS = List.of("system", "with", "outputs");
    private static final Duration UNREAD = Duration.ofSeconds(1);

    private final Catalogue catalogue;
    private final Map<String, References> references = new HashMap<>();

    StepReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a runbook says of every step: recovery time is billed to it. */
    static Common ofRunbook(Fields fields, OnFailureReader onFailure) {
        fields.require("name", "part", "planned", "timeout");
        String name = fields.line("name").orElse(Fields.MISSING);
        return new Common(
                name,
                fields.choice("part", PARTS)
                        .map(part -> StepPart.valueOf(part.toUpperCase(Locale.ROOT)))
                        .orElse(StepPart.ACT),
                fields.duration("planned").orElse(Duration.ZERO),
                fields.positive("timeout").orElse(UNREAD),
                onFailure.read(name, fields));
    }

    /** What a drill says of each step around it: nothing is billed to it, and what its failure leads to is settled. */
    static Common ofDrill(Fields fields, OnFailure onFailure) {
        fields.require("name", "timeout");
        List.of("part", "planned", "onFailure")
                .forEach(key ->
                        fields.refuse(key, "'" + key + "' belongs to the steps of a runbook; leave it out here"));
        return new Common(
                fields.line("name").orElse(Fields.MISSING),
                StepPart.ACT,
                Duration.ZERO,
                fields.positive("timeout").orElse(UNREAD),
                onFailure);
    }

    Optional<RunbookStep> read(Fields fields, Common common) {
        fields.later("when", "parallel", "retry");
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
        Params params = type.map(info -> with(fields, info, common.name())).orElse(Params.NONE);
        List<StepOutput> outputs = type.map(info -> outputs(fields, info)).orElse(List.of());
        type.ifPresent(info -> fields.finish());
        return type.map(info -> new RunbookStep.Automated(
                common.name(),
                common.part(),
                common.planned(),
                common.timeout(),
                info.type(),
                system.map(Yaml.Scalar::text),
                params,
                common.onFailure(),
                outputs));
    }

    private List<StepOutput> outputs(Fields fields, TypeInfo info) {
        OutputTypes types = catalogue.steps().get(info.type()).outputs(info.type());
        return OutputsReader.read(fields, info.type(), types);
    }

    /** Reports what {@code steps}, in their order, refer to and nothing before them publishes. */
    void check(List<RunbookStep> steps, Published before, Problems problems) {
        for (int i = 0; i < steps.size(); i++) {
            List<String> later = steps.subList(i, steps.size()).stream()
                    .map(RunbookStep::name)
                    .toList();
            Published published = before.and(steps.subList(0, i), catalogue).before(later);
            references.getOrDefault(steps.get(i).name(), References.NOWHERE).check(published, problems);
        }
    }

    private Params with(Fields fields, TypeInfo info, String step) {
        if (info.parameters().stream().anyMatch(parameter -> parameter.required())) {
            fields.require("with");
        }
        return fields.mapping("with")
                .map(with -> {
                    References used = new References();
                    references.put(step, used);
                    Params params = ParameterReader.read(with, info.parameters(), used);
                    with.finish();
                    return params;
                })
                .orElse(Params.NONE);
    }

    /** What every step has. */
    record Common(String name, StepPart part, Duration planned, Duration timeout, OnFailure onFailure) {}
}
