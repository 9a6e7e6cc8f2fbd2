package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.FaultOrder;
import dev.musterpoint.drills.spec.FaultSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code after:} and {@code with:} of faults, which may name faults that come further below. */
final class FaultOrderReader {
    private final Problems problems;
    private final Map<Yaml.Scalar, String> references = new LinkedHashMap<>();

    FaultOrderReader(Problems problems) {
        this.problems = problems;
    }

    /** What {@code fault} says; whether what it names is there is for {@link #check}. */
    FaultOrder read(String fault, Fields fields) {
        List<Yaml.Scalar> after = fields.node("after").isPresent() ? after(fields) : List.of();
        Optional<Yaml.Scalar> with = fields.scalar("with");
        after.forEach(reference -> references.put(reference, fault));
        with.ifPresent(reference -> references.put(reference, fault));
        if (fields.has("after") && fields.has("with")) {
            problems.add(
                    fields.place(),
                    fields.what() + " is injected after others or with another: leave out one of"
                            + " 'after' and 'with'");
            return FaultOrder.IN_SEQUENCE;
        }
        return new FaultOrder(after.stream().map(Yaml.Scalar::text).toList(), with.map(Yaml.Scalar::text));
    }

    /** One name, or a list of them. */
    private static List<Yaml.Scalar> after(Fields fields) {
        return fields.node("after").filter(Yaml.Scalar.class::isInstance).isPresent()
                ? fields.scalar("after").stream().toList()
                : fields.scalars("after", fields.filledItems("after"));
    }

    /** Reports names of faults that are not there, and faults that wait for each other. */
    void check(List<FaultSpec> faults, Names names) {
        boolean known = references.keySet().stream()
                .map(reference -> names.check(reference, problems))
                .reduce(true, Boolean::logicalAnd);
        if (known) {
            FaultOrder.circle(faults).ifPresent(this::circle);
        }
    }

    private void circle(List<String> circle) {
        String words = circle.stream().map(Quoted::of).collect(Collectors.joining(" waits for "));
        references.entrySet().stream()
                .filter(reference -> circle.contains(reference.getValue()))
                .findFirst()
                .ifPresent(first -> problems.add(first.getKey().place(), "no fault can ever begin: " + words));
    }
}
