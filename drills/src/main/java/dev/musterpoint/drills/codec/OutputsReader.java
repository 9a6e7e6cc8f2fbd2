package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.StepOutput;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code outputs:} of a step: names of the author's choice, and where the step finds the values. */
final class OutputsReader {
    private static final String POINTER = "pointer";

    private OutputsReader() {}

    static List<StepOutput> read(Fields step, String type, OutputTypes types) {
        if (types.sources().isEmpty()) {
            step.refuse("outputs", "a step of type '" + type + "' publishes " + said(types));
            return List.of();
        }
        List<StepOutput> outputs = new ArrayList<>();
        for (Yaml.Entry entry : step.entries("outputs")) {
            read(step.problems(), entry, types).ifPresent(outputs::add);
        }
        return outputs;
    }

    private static String said(OutputTypes types) {
        return types.always().isEmpty()
                ? "nothing; leave out 'outputs'"
                : types.always().keySet().stream().sorted().collect(Collectors.joining(", ")) + ", and nothing else";
    }

    private static Optional<StepOutput> read(Problems problems, Yaml.Entry entry, OutputTypes types) {
        String name = entry.key().text();
        if (!Identifiers.isVariable(name)) {
            problems.add(
                    entry.key().place(),
                    Quoted.of(name)
                            + " cannot be an output's name: use letters, digits and '_', beginning with no digit");
            return Optional.empty();
        }
        if (types.always().containsKey(name)) {
            problems.add(entry.key().place(), Quoted.of(name) + " is published anyhow; choose another name");
        }
        return Fields.of(entry.value(), "output " + Quoted.of(name), problems)
                .map(fields -> output(name, fields, types.sources()));
    }

    private static StepOutput output(String name, Fields fields, List<Parameter> sources) {
        boolean secret = fields.flag("secret").orElse(false);
        Params from = ParameterReader.read(fields, sources);
        fields.finish();
        if (from.values().size() != 1) {
            fields.problem(
                    "give one of: " + sources.stream().map(Parameter::name).collect(Collectors.joining(", ")));
        }
        from.find(POINTER).ifPresent(pointer -> checkPointer(pointer, fields));
        return new StepOutput(name, from, secret);
    }

    private static void checkPointer(String pointer, Fields fields) {
        try {
            JsonText.checkPointer(pointer);
        } catch (IllegalArgumentException wrong) {
            fields.problem(Quoted.of(pointer) + " is no JSON pointer; write one such as /database/host");
        }
    }
}
