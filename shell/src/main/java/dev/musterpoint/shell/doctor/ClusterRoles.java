package dev.musterpoint.shell.doctor;

import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.ClusterUser;
import dev.musterpoint.drills.codec.MachineOutput;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The least that a drill's account has to be allowed in its clusters, and what more it has use for, as Roles and ClusterRoles.
 * Contacts nothing.
 */
public final class ClusterRoles {
    private static final String NAME = "musterpoint";
    private static final String WANTED = "musterpoint-wanted";
    private static final String WITHOUT =
            "# wanted, not required: without it planning foresees nothing of what a fault takes"
                    + " along,\n# and the report lists nothing of what the cluster noted\n";

    private final Catalogue catalogue;
    private final DrillSpec drill;

    public ClusterRoles(Catalogue catalogue, DrillSpec drill) {
        this.catalogue = catalogue;
        this.drill = drill;
    }

    /**
     * A role, as a manifest has it, and the system that it is for.
     *
     * @param required whether the drill does not run without it
     */
    public record Manifest(String system, Map<String, Object> role, boolean required) {
        /** The manifest as YAML, with a comment that says where it belongs, and what it is for. */
        public String yaml() {
            return "# for system '" + system + "'\n" + (required ? "" : WITHOUT) + MachineOutput.yaml(role);
        }
    }

    /**
     * A role for each namespace, and one for what is in none, for each system that is a cluster: what the drill needs, and then
     * what it can do without.
     */
    public List<Manifest> manifests() {
        Map<String, List<ClusterRule>> needed = new LinkedHashMap<>();
        Map<String, List<ClusterRule>> wanted = new LinkedHashMap<>();
        for (Use use : uses()) {
            needed.computeIfAbsent(use.system(), name -> new ArrayList<>()).addAll(use.needed());
            wanted.computeIfAbsent(use.system(), name -> new ArrayList<>()).addAll(use.wanted());
        }
        List<Manifest> manifests = new ArrayList<>();
        needed.forEach((system, all) -> add(manifests, system, all, true));
        wanted.forEach((system, all) -> add(manifests, system, without(needed.get(system), all), false));
        return manifests;
    }

    private static void add(List<Manifest> manifests, String system, List<ClusterRule> rules, boolean required) {
        byNamespace(rules)
                .forEach((namespace, own) ->
                        manifests.add(new Manifest(system, role(required ? NAME : WANTED, namespace, own), required)));
    }

    /** Those of {@code wanted} that {@code needed} does not allow already. */
    private static List<ClusterRule> without(List<ClusterRule> needed, List<ClusterRule> wanted) {
        return wanted.stream()
                .filter(rule -> needed.stream().noneMatch(each -> allows(each, rule)))
                .toList();
    }

    private static boolean allows(ClusterRule one, ClusterRule other) {
        return (one.namespace().isEmpty() || one.namespace().equals(other.namespace()))
                && one.group().equals(other.group())
                && one.resource().equals(other.resource())
                && one.verbs().containsAll(other.verbs());
    }

    /** What something of the drill does with a system that is a cluster. */
    private record Use(String system, List<ClusterRule> needed, List<ClusterRule> wanted) {}

    private List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (FaultSpec fault : drill.faults()) {
            use(catalogue.faults().find(fault.type()), fault.type(), fault.system(), fault.target())
                    .ifPresent(uses::add);
        }
        for (ProbeSpec probe : drill.probes().values()) {
            use(catalogue.probes().find(probe.type()), probe.type(), probe.system(), probe.params())
                    .ifPresent(uses::add);
        }
        return uses;
    }

    private Optional<Use> use(
            Optional<? extends Provider> provider, String type, Optional<String> system, Params target) {
        if (system.isEmpty() || provider.isEmpty() || !(provider.get() instanceof ClusterUser user)) {
            return Optional.empty();
        }
        String namespace = namespace(system.get());
        List<ClusterRule> wanted = new ArrayList<>(user.wanted(type, target, namespace));
        wanted.addAll(history(system.get(), namespace));
        target.find("namespace").ifPresent(other -> wanted.addAll(history(system.get(), other)));
        return Optional.of(new Use(system.get(), user.rules(type, target, namespace), wanted));
    }

    /** What a system is asked for when the run is over, where there are targets in {@code namespace}. */
    private List<ClusterRule> history(String system, String namespace) {
        SystemSpec spec = drill.systems().get(system);
        return catalogue.systems().get(spec.type()) instanceof ClusterUser user
                ? user.wanted(spec.type(), spec.params(), namespace)
                : List.of();
    }

    private String namespace(String system) {
        SystemSpec spec = drill.systems().get(system);
        return catalogue.systems().get(spec.type()).describe(spec).facts().getOrDefault("namespace", "default");
    }

    private static Map<String, List<ClusterRule>> byNamespace(List<ClusterRule> rules) {
        Map<String, List<ClusterRule>> split = new TreeMap<>();
        rules.forEach(rule -> split.computeIfAbsent(rule.namespace(), name -> new ArrayList<>())
                .add(rule));
        return split;
    }

    private static Map<String, Object> role(String name, String namespace, List<ClusterRule> rules) {
        Map<String, TreeSet<String>> verbs = new TreeMap<>();
        Map<String, ClusterRule> byResource = new LinkedHashMap<>();
        for (ClusterRule rule : rules) {
            String key = rule.group() + "/" + rule.resource();
            byResource.putIfAbsent(key, rule);
            verbs.computeIfAbsent(key, any -> new TreeSet<>()).addAll(rule.verbs());
        }
        List<Map<String, Object>> written = new ArrayList<>();
        verbs.forEach((key, all) -> written.add(rule(byResource.get(key), all)));
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("apiVersion", "rbac.authorization.k8s.io/v1");
        role.put("kind", namespace.isEmpty() ? "ClusterRole" : "Role");
        role.put("metadata", namespace.isEmpty() ? Map.of("name", name) : metadata(name, namespace));
        role.put("rules", written);
        return role;
    }

    private static Map<String, Object> metadata(String name, String namespace) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("namespace", namespace);
        return metadata;
    }

    private static Map<String, Object> rule(ClusterRule rule, TreeSet<String> verbs) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("apiGroups", List.of(rule.group()));
        written.put("resources", List.of(rule.resource()));
        written.put("verbs", List.copyOf(verbs));
        return written;
    }
}
