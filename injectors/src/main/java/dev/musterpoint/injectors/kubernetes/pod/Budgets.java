package dev.musterpoint.injectors.kubernetes.pod;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The disruption budgets of one namespace. */
final class Budgets {
    private final List<PodDisruptionBudget> budgets;

    Budgets(List<PodDisruptionBudget> budgets) {
        this.budgets = List.copyOf(budgets);
    }

    static Budgets read(KubernetesClient client, String namespace) {
        return new Budgets(client.policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace(namespace)
                .list()
                .getItems());
    }

    /** The budgets that a pod with these labels counts in, with what each asks for; empty when there are none. */
    String of(Map<String, String> labels) {
        return budgets.stream()
                .filter(budget -> matches(budget.getSpec().getSelector(), labels))
                .map(budget -> budget.getMetadata().getName() + " (" + asks(budget.getSpec()) + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String asks(PodDisruptionBudgetSpec spec) {
        return spec.getMinAvailable() != null
                ? "minAvailable " + text(spec.getMinAvailable())
                : "maxUnavailable " + text(spec.getMaxUnavailable());
    }

    private static String text(IntOrString value) {
        return value == null ? "1" : String.valueOf(value.getValue());
    }

    /** Without a selector none matches, with an empty one all do (policy/v1). */
    private static boolean matches(LabelSelector selector, Map<String, String> labels) {
        if (selector == null) {
            return false;
        }
        Map<String, String> wanted = Objects.requireNonNullElse(selector.getMatchLabels(), Map.of());
        return labels.entrySet().containsAll(wanted.entrySet())
                && Objects.requireNonNullElse(selector.getMatchExpressions(), List.<LabelSelectorRequirement>of())
                        .stream()
                        .allMatch(each -> matches(each, labels.get(each.getKey())));
    }

    private static boolean matches(LabelSelectorRequirement requirement, String value) {
        return switch (requirement.getOperator()) {
            case "In" -> value != null && requirement.getValues().contains(value);
            case "NotIn" -> value == null || !requirement.getValues().contains(value);
            case "Exists" -> value != null;
            default -> value == null;
        };
    }
}
