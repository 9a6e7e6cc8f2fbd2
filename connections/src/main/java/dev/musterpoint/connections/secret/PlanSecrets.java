package dev.musterpoint.connections.secret;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.SecretNames;
import dev.musterpoint.drills.spi.Redactor;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All secrets that a plan refers to, known from the start: one may be told back before, or long after, it is used. */
public final class PlanSecrets {
    private static final int SHORTEST_OF_ENVIRONMENT = 8;

    private final Set<SecretReference> references = new LinkedHashSet<>();

    private PlanSecrets() {}

    public static PlanSecrets of(DrillPlan plan) {
        PlanSecrets secrets = new PlanSecrets();
        plan.spec().systems().values().forEach(system -> secrets.collect(system.params()));
        plan.spec().probes().values().forEach(probe -> secrets.collect(probe.params()));
        plan.spec().workloads().values().forEach(workload -> secrets.collect(workload.params()));
        plan.faults().forEach(fault -> secrets.collect(fault.spec().params()));
        plan.allSteps().stream()
                .filter(step -> step.step() instanceof Automated)
                .forEach(step -> secrets.collect(((Automated) step.step()).params()));
        return secrets;
    }

    private void collect(Params params) {
        for (Map.Entry<String, Object> entry : params.values().entrySet()) {
            if (entry.getValue() instanceof Map<?, ?>) {
                Params nested = params.nested(entry.getKey());
                if (isReference(nested)) {
                    references.add(SecretReference.of(nested));
                } else {
                    collect(nested);
                }
            }
        }
    }

    private static boolean isReference(Params params) {
        return params.values().size() == 1
                && Stream.of("env", "file")
                        .anyMatch(key -> params.values().get(key) instanceof String text && !text.isBlank());
    }

    /** Makes known to {@code redactor} all secrets that can be had now. What cannot be had is said by who needs it. */
    public void protect(Redactor redactor) {
        references.forEach(reference -> find(reference, redactor));
        protectEnvironment(System.getenv(), redactor);
    }

    /** The variables of the environment that are secrets by their names, whether a plan refers to them or not. */
    public static void protectEnvironment(Map<String, String> environment, Redactor redactor) {
        environment.forEach((name, value) -> {
            if (SecretNames.isSecret(name) && value.length() >= SHORTEST_OF_ENVIRONMENT && !isWord(value)) {
                redactor.protect(value);
            }
        });
    }

    /** The references whose secrets stand in one of {@code texts}, where a reference should stand. */
    public List<SecretReference> inClear(String... texts) {
        return references.stream()
                .filter(reference -> {
                    Redactor one = new Redactor();
                    return find(reference, one)
                                    .filter(secret -> !isWord(secret))
                                    .isPresent()
                            && Stream.of(texts)
                                    .anyMatch(text -> !one.redact(text).equals(text));
                })
                .toList();
    }

    /** A password that is a mere word, as on people's own machines, stands in any file by chance. */
    private static boolean isWord(String secret) {
        return secret.matches("[A-Za-z]{1,16}|\\d{1,5}");
    }

    private static Optional<String> find(SecretReference reference, Redactor redactor) {
        try {
            return Optional.of(reference.resolve(redactor));
        } catch (IllegalStateException | UncheckedIOException | IllegalArgumentException cannotBeHad) {
            return Optional.empty();
        }
    }
}
