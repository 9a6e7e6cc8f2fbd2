package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.OutputReference;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.StepOutput;
import dev.musterpoint.drills.spi.Catalogue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What steps publish that come before some place.
 *
 * @param steps what they publish, by their names
 * @param later the names of steps that come only after the place
 * @param open  whether there may be others that are not known here: those of the drill that a runbook will serve
 */
record Published(Map<String, Set<String>> steps, Collection<String> later, boolean open) {
    static Published nothing() {
        return new Published(Map.of(), List.of(), false);
    }

    /** What is published when {@code more} are done as well, in their order. */
    Published and(List<RunbookStep> more, Catalogue catalogue) {
        Map<String, Set<String>> all = new LinkedHashMap<>(steps);
        more.forEach(step -> all.put(step.name(), outputs(step, catalogue)));
        return new Published(all, later, open);
    }

    Published before(Collection<String> others) {
        return new Published(steps, others, open);
    }

    private static Set<String> outputs(RunbookStep step, Catalogue catalogue) {
        Set<String> names = new TreeSet<>();
        if (step instanceof Automated automated) {
            automated.outputs().stream().map(StepOutput::name).forEach(names::add);
            catalogue
                    .steps()
                    .find(automated.type())
                    .ifPresent(provider -> names.addAll(
                            provider.outputs(automated.type()).always().keySet()));
        }
        return names;
    }

    /** Why {@code reference} cannot be resolved here; empty when it can. */
    Optional<String> objection(OutputReference reference) {
        Set<String> outputs = steps.get(reference.step());
        if (outputs != null) {
            return outputs.contains(reference.output())
                    ? Optional.empty()
                    : Optional.of("step " + Quoted.of(reference.step()) + " has no output "
                            + Quoted.of(reference.output())
                            + Nearest.hint(reference.output(), outputs, "it publishes"));
        }
        if (later.contains(reference.step())) {
            return Optional.of("step " + Quoted.of(reference.step())
                    + " has not been done by then: outputs are for steps and probes that come later");
        }
        return open
                ? Optional.empty()
                : Optional.of("there is no step " + Quoted.of(reference.step()) + " that comes before"
                        + Nearest.hint(reference.step(), steps.keySet(), "before it come"));
    }
}
