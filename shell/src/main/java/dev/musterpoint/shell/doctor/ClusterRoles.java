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

/** The least that a drill's account has to be allowed in its clusters, as Roles and ClusterRoles. Contacts nothing. */
public final class ClusterRoles {
    private static final String NAME = "musterpoint";

    private final Catalogue catalogue;
    private final DrillSpec drill;

    public ClusterRoles(Catalogue catalogue, DrillSpec drill) {
        this.catalogue = catalogue;
        this.drill = drill;
    }

    /** A role, as a manifest has it, and the system that it is for. */
    public record Manifest(String system, Map<String, Object> role) {
        /** The manifest as YAML, with a comment that says where it belongs. */
        public String yaml() {
            return "# for system '" + system + "'\n" + MachineOutput.yaml(role);
        }
    }

    /** A role for each namespace, and one for what is in none, for each system that is a cluster. */
    public List<Manifest> manifests() {
        Map<String, List<ClusterRule>> rules = new LinkedHashMap<>();
        for (FaultSpec fault : drill.faults()) {
            add(rules, catalogue.faults().find(fault.type()), fault.type(), fault.system(), fault.target());
        }
        for (ProbeSpec probe : drill.probes().values()) {
            add(rules, catalogue.probes().find(probe.type()), probe.type(), probe.system(), probe.params());
        }
        List<Manifest> manifests = new ArrayList<>();
        rules.forEach((system, all) -> byNamespace(all)
                .forEach((namespace, own) -> manifests.add(new Manifest(system, role(namespace, own)))));
        return manifests;
    }

    private void add(
            Map<String, List<ClusterRule>> rules,
            Optional<? extends Provider> provider,
            String type,
            Optional<String> system,
            Params target) {
        if (system.isPresent() && provider.isPresent() && provider.get() instanceof ClusterUser user) {
            List<ClusterRule> needed = user.rules(type, target, namespace(system.get()));
            rules.computeIfAbsent(system.get(), name -> new ArrayList<>()).addAll(needed);
        }
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

    private static Map<String, Object> role(String namespace, List<ClusterRule> rules) {
        Map<String, TreeSet<String>> verbs = new TreeMap<>();
        Map<String, ClusterRule> byResource = new LinkedHashMap<>();
        for (ClusterRule rule : rules) {
            String key = rule.group() + "/" + rule.resource();
            byResource.putIfAbsent(key, rule);
            verbs.computeIfAbsent(key, name -> new TreeSet<>()).addAll(rule.verbs());
        }
        List<Map<String, Object>> written = new ArrayList<>();
        verbs.forEach((key, all) -> written.add(rule(byResource.get(key), all)));
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("apiVersion", "rbac.authorization.k8s.io/v1");
        role.put("kind", namespace.isEmpty() ? "ClusterRole" : "Role");
        role.put("metadata", namespace.isEmpty() ? Map.of("name", NAME) : metadata(namespace));
        role.put("rules", written);
        return role;
    }

    private static Map<String, Object> metadata(String namespace) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", NAME);
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
