package dev.musterpoint.drills.codec;

import static dev.musterpoint.drills.codec.SchemaValues.duration;
import static dev.musterpoint.drills.codec.SchemaValues.text;

import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The JSON Schema (2020-12) of runbook files: what {@link RunbookReader} checks of one value at a time. */
public final class RunbookSchema {
    private RunbookSchema() {}

    /** The schema, with the step types that {@code catalogue} offers, as the tree of a JSON document. */
    public static Map<String, Object> of(Catalogue catalogue) {
        return DocumentSchema.of(
                FileKind.RUNBOOK,
                Schema.object()
                        .optional("variables", DocumentSchema.variables())
                        .required(
                                "steps",
                                Schema.list(anyStep(catalogue, RunbookSchema::step))
                                        .with("minItems", 1)
                                        .describedAs("The steps, in the order they are done")));
    }

    /** A step of a drill's own setup or teardown. */
    static Schema ofDrill(Catalogue catalogue) {
        return anyStep(catalogue, RunbookSchema::common);
    }

    private static Schema anyStep(Catalogue catalogue, UnaryOperator<Schema> common) {
        List<Schema> steps = new ArrayList<>(List.of(manual(common)));
        catalogue
                .steps()
                .infos()
                .forEach(info -> steps.add(automated(
                        info, common, catalogue.steps().get(info.type()).outputs(info.type()))));
        return Schema.oneOf(steps);
    }

    private static Schema common(Schema schema) {
        return schema.required("name", text("The step's name"))
                .required("timeout", duration("After how long it is given up"));
    }

    private static Schema step(Schema schema) {
        return common(schema)
                .required(
                        "part",
                        Schema.choice(List.of("detect", "decide", "act", "switch", "check"))
                                .describedAs("Which part of recovery it is"))
                .required("planned", duration("How long it is planned to take"))
                .optional(
                        "onFailure",
                        Schema.oneOf(List.of(
                                        Schema.choice(List.of("stop", "continue")),
                                        Schema.object().required("goto", text("A later step"))))
                                .describedAs("What is done when it fails: stop, continue, or go on with a later step"));
    }

    private static Schema manual(UnaryOperator<Schema> common) {
        return common.apply(Schema.object().describedAs("A step that a person does and confirms"))
                .required("manual", text("What to do"))
                .optional(
                        "unattended",
                        Schema.choice(List.of("skip", "stop"))
                                .describedAs("What happens with nobody there: stop, or skip"));
    }

    private static Schema automated(TypeInfo info, UnaryOperator<Schema> common, OutputTypes outputs) {
        Schema schema = common.apply(SchemaValues.typed(info));
        if (!outputs.sources().isEmpty()) {
            Schema output = Schema.object()
                    .optional(
                            "secret",
                            Schema.flag().describedAs("Whether its value is kept out of all that is written"));
            SchemaValues.add(output, outputs.sources());
            schema.optional(
                    "outputs",
                    Schema.named(SchemaValues.VARIABLE_NAME, output)
                            .describedAs("What the step publishes for later ones, as ${steps.STEP.OUTPUT}"));
        }
        Schema with = Schema.object();
        SchemaValues.add(with, info.parameters());
        return info.parameters().stream().anyMatch(Parameter::required)
                ? schema.required("with", with)
                : schema.optional("with", with);
    }
}
