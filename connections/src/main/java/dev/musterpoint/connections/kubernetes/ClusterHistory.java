package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.evidence.SystemEvent;
import dev.musterpoint.drills.evidence.SystemHistory;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what a cluster noted of a run: events of the namespaces concerned and of nodes, and the states of the pods and nodes that
 * are there now. Pods that are gone are told of by events alone, and a cluster keeps those for an hour or so.
 */
final class ClusterHistory {
    /** Where events of nodes, which are in no namespace, are kept. */
    private static final String OF_NODES = "default";

    private static final long PAGE = 500;
    private static final int MOST_PAGES = 10;

    private final KubernetesClient client;
    private final Redactor redactor;
    private final Instant from;
    private final List<SystemEvent> events = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    private ClusterHistory(KubernetesClient client, Redactor redactor, Instant from) {
        this.client = client;
        this.redactor = redactor;
        // Most of a cluster's times are whole seconds, cut and not rounded.
        this.from = from.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is read, where targets are in {@code namespace}. */
    static List<ClusterRule> rules(String namespace) {
        List<String> list = List.of("list");
        return List.of(
                new ClusterRule(namespace, "", "events", list),
                new ClusterRule(namespace, "", "pods", list),
                new ClusterRule(OF_NODES, "", "events", list),
                new ClusterRule("", "", "nodes", list));
    }

    static SystemHistory read(
            ClusterAccess access, Redactor redactor, List<Target> targets, Instant from, Cancellation cancellation) {
        try (KubernetesClient client = Clusters.open(access, redactor)) {
            cancellation.onCancel(client::close);
            ClusterHistory history = new ClusterHistory(client, redactor, from);
            namespaces(access, targets).forEach(history::namespace);
            history.nodes();
            return SystemHistory.of(history.events, history.unread);
        }
    }

    /** That of the system, and those in which targets are. */
    private static Set<String> namespaces(ClusterAccess access, List<Target> targets) {
        Set<String> namespaces = new TreeSet<>(Set.of(access.namespace()));
        targets.stream()
                .map(target -> target.attributes().get("namespace"))
                .filter(Objects::nonNull)
                .forEach(namespaces::add);
        return namespaces;
    }

    private void namespace(String name) {
        attempt("the events of namespace '" + name + "'", () -> noted(name, null));
        attempt(
                "the pods of namespace '" + name + "'",
                () -> ClusterPages.read(client.pods().inNamespace(name), pod -> PodHistory.of(pod)
                        .forEach(this::note)));
    }

    private void nodes() {
        attempt("the events of nodes", () -> noted(OF_NODES, "involvedObject.kind=Node"));
        attempt(
                "the nodes",
                () -> ClusterPages.read(
                        client.nodes(), node -> NodeFacts.changes(node).forEach(this::note)));
    }

    private void noted(String namespace, String fields) {
        int found = 0;
        String next = null;
        int pages = 0;
        do {
            ListOptions options = new ListOptionsBuilder()
                    .withFieldSelector(fields)
                    .withLimit(PAGE)
                    .withContinue(next)
                    .build();
            var page = client.v1().events().inNamespace(namespace).list(options);
            page.getItems().stream()
                    .flatMap(event -> ClusterEvents.of(event).stream())
                    .forEach(this::note);
            found += page.getItems().size();
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty() && ++pages < MOST_PAGES);
        if (next != null && !next.isEmpty()) {
            unread.add("of the events in namespace '" + namespace + "' only " + found + " were read: there are more");
        }
    }

    private void note(SystemEvent event) {
        if (!event.at().isBefore(from)) {
            events.add(event);
        }
    }

    /** What fails is said, and the rest is read all the same. */
    private void attempt(String what, Runnable reading) {
        try {
            reading.run();
        } catch (KubernetesClientException e) {
            unread.add(what + " could not be read: " + redactor.redact(ClusterErrors.say(e)));
        }
    }
}
