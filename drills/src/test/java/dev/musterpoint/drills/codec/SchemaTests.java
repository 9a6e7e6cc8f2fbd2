package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.WorkloadSpec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas have the keys that the records have and the readers know: neither can change without the other. */
class SchemaTests {
    private static final Map<String, Object> DRILL = DrillSchema.of(SampleCatalogue.create());
    private static final Map<String, Object> RUNBOOK = RunbookSchema.of(SampleCatalogue.create());
    private static final String SETUP = "  setup:\n    - name: load the data\n      timeout: 30s\n      type: sql\n"
            + "      system: db\n      with: { query: select 1 }\n";
    private static final Pattern MAY_HOLD = Pattern.compile("unknown key 'qqqqqqqqq' in .*; it may hold: (.*)");
    private static final Pattern NEEDS = Pattern.compile(".* needs '([A-Za-z]+)'.*");

    /** The schema at a path of keys: {@code *} is each entry or item, {@code TYPE=x} the alternative of that type. */
    private static Map<?, ?> at(Map<?, ?> schema, String... path) {
        Map<?, ?> node = schema;
        for (String step : path) {
            node = step(node, step);
        }
        return node;
    }

    private static Map<?, ?> step(Map<?, ?> node, String step) {
        if (step.equals("*")) {
            return (Map<?, ?>) (node.containsKey("items") ? node.get("items") : node.get("additionalProperties"));
        }
        if (step.startsWith("TYPE=") || step.startsWith("KEY=")) {
            return ((List<?>) node.get("oneOf"))
                    .stream()
                            .map(each -> (Map<?, ?>) each)
                            .filter(each -> matches((Map<?, ?>) each.get("properties"), step))
                            .findFirst()
                            .orElseThrow();
        }
        return (Map<?, ?>) ((Map<?, ?>) node.get("properties")).get(step);
    }

    private static boolean matches(Map<?, ?> properties, String step) {
        String wanted = step.substring(step.indexOf('=') + 1);
        return step.startsWith("KEY=")
                ? properties.containsKey(wanted)
                : properties.get("type") instanceof Map<?, ?> type && wanted.equals(type.get("const"));
    }

    private static Set<String> keys(Map<?, ?> schema) {
        Set<String> keys = new TreeSet<>();
        ((Map<?, ?>) schema.get("properties")).keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    private static Set<String> required(Map<?, ?> schema) {
        Set<String> keys = new TreeSet<>();
        if (schema.get("required") instanceof List<?> list) {
            list.forEach(key -> keys.add(String.valueOf(key)));
        }
        return keys;
    }

    /** The components of a record, without {@code but}, and with {@code and}. */
    private static Set<String> components(Class<?> kind, List<String> but, List<String> and) {
        Set<String> names = new TreeSet<>(and);
        Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !but.contains(name))
                .forEach(names::add);
        return names;
    }

    @Test
    void hasTheKeysOfTheRecords() {
        assertThat(keys(at(DRILL, "metadata"))).isEqualTo(components(Metadata.class, List.of(), List.of()));
        assertThat(keys(at(DRILL, "spec")))
                .isEqualTo(components(
                        DrillSpec.class, List.of("metadata", "guardrails"), List.of("variables", "abortWhen")));
        assertThat(keys(at(DRILL, "spec", "timing"))).isEqualTo(components(Timing.class, List.of(), List.of()));
        assertThat(keys(at(DRILL, "spec", "systems", "*", "TYPE=toxiproxy")))
                .isEqualTo(components(SystemSpec.class, List.of("name", "params"), List.of("url")));
        assertThat(keys(at(DRILL, "spec", "probes", "*", "TYPE=http")))
                .isEqualTo(components(
                        ProbeSpec.class,
                        List.of("name", "latencyBelow", "params"),
                        List.of("expect", "headers", "url")));
        assertThat(keys(at(DRILL, "spec", "workloads", "*", "TYPE=sql")))
                .isEqualTo(
                        components(WorkloadSpec.class, List.of("name", "params"), List.of("table", "writers", "rate")));
        assertThat(keys(at(DRILL, "spec", "faults", "*", "TYPE=process/kill")))
                .isEqualTo(components(FaultSpec.class, List.of("params", "order"), List.of("scope", "after", "with")));
        assertThat(keys(at(RUNBOOK, "spec")))
                .isEqualTo(components(Runbook.class, List.of("metadata"), List.of("variables")));
        assertThat(keys(at(RUNBOOK, "spec", "steps", "*", "KEY=manual")))
                .isEqualTo(components(RunbookStep.Manual.class, List.of("instructions"), List.of("manual")));
        assertThat(keys(at(RUNBOOK, "spec", "steps", "*", "TYPE=sql")))
                .isEqualTo(components(RunbookStep.Automated.class, List.of("params"), List.of("with")));
    }

    @Test
    void hasEveryKindOfObjectiveThatAFileMayHold() {
        List<?> alternatives = (List<?>) at(DRILL, "spec", "objectives", "*").get("oneOf");
        List<String> kinds = new ArrayList<>();
        List<Class<?>> written = Stream.<Class<?>>of(Objective.class.getPermittedSubclasses())
                .filter(kind -> kind != Objective.StepsDone.class)
                .toList();
        for (Class<?> kind : written) {
            String name = kind.getSimpleName();
            String key = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            kinds.add(key);
            assertThat(keys(at(DRILL, "spec", "objectives", "*", "KEY=" + key, key)))
                    .isEqualTo(components(kind, List.of("name", "subject"), List.of()));
        }
        kinds.add("redundancy");
        assertThat(keys(at(DRILL, "spec", "objectives", "*", "KEY=redundancy", "redundancy")))
                .isEqualTo(keys(at(DRILL, "spec", "objectives", "*", "KEY=recoveryTime", "recoveryTime")));
        assertThat(alternatives).hasSameSizeAs(kinds);
        assertThat(keys(at(DRILL, "spec", "objectives", "*", "KEY=recoveryTime", "recoveryTime", "confirm")))
                .isEqualTo(components(Confirmation.class, List.of(), List.of()));
    }

    /** A mapping in a file, with an unknown key put into it, and the schema of that mapping. */
    record Mapping(String file, String place, Map<?, ?> schema) {
        @Override
        public String toString() {
            return place;
        }
    }

    private static Mapping drill(String place, String... path) {
        return new Mapping(Samples.changed(place, place + " qqqqqqqqq: 1,"), place, at(DRILL, path));
    }

    static Stream<Mapping> mappings() {
        return Stream.of(
                new Mapping(
                        Samples.changed("  owner: team-shop", "  qqqqqqqqq: 1\n  owner: team-shop"),
                        "metadata",
                        at(DRILL, "metadata")),
                new Mapping(
                        Samples.changed("  environment:", "  qqqqqqqqq: 1\n  environment:"), "spec", at(DRILL, "spec")),
                drill("db: {", "spec", "systems", "*", "TYPE=postgres"),
                drill("pair: {", "spec", "systems", "*", "TYPE=sandbox"),
                drill("write: {", "spec", "probes", "*", "TYPE=sql"),
                drill("browse: {", "spec", "probes", "*", "TYPE=http"),
                drill("expect: {", "spec", "probes", "*", "TYPE=sql", "expect"),
                drill("orders: {", "spec", "workloads", "*", "TYPE=sql"),
                drill("recoveryTime: {", "spec", "objectives", "*", "KEY=recoveryTime", "recoveryTime"),
                drill("confirm: {", "spec", "objectives", "*", "KEY=recoveryTime", "recoveryTime", "confirm"),
                drill("recoveryPoint: {", "spec", "objectives", "*", "KEY=recoveryPoint", "recoveryPoint"),
                drill("lostWrites: {", "spec", "objectives", "*", "KEY=lostWrites", "lostWrites"),
                drill("target: {", "spec", "faults", "*", "TYPE=process/kill", "target"),
                new Mapping(
                        Samples.changed(
                                "      holdFor:",
                                "      when: { type: postgres/role, system: db, is: primary, qqqqqqqqq: 1 }\n"
                                        + "      holdFor:"),
                        "when",
                        at(DRILL, "spec", "faults", "*", "TYPE=process/kill", "when", "TYPE=postgres/role")),
                drill("timing: {", "spec", "timing"),
                new Mapping(
                        Samples.changed("      holdFor:", "      qqqqqqqqq: 1\n      holdFor:"),
                        "fault",
                        at(DRILL, "spec", "faults", "*", "TYPE=process/kill")),
                new Mapping(
                        Samples.change(Samples.GOOD_RUNBOOK, "      planned:", "      qqqqqqqqq: 1\n      planned:"),
                        "automated step",
                        at(RUNBOOK, "spec", "steps", "*", "TYPE=wait-for")),
                new Mapping(
                        Samples.change(
                                Samples.GOOD_RUNBOOK, "      unattended:", "      qqqqqqqqq: 1\n      unattended:"),
                        "manual step",
                        at(RUNBOOK, "spec", "steps", "*", "KEY=manual")),
                new Mapping(
                        Samples.change(Samples.GOOD_RUNBOOK, "with: {", "with: { qqqqqqqqq: 1,"),
                        "with",
                        at(RUNBOOK, "spec", "steps", "*", "TYPE=wait-for", "with")),
                new Mapping(
                        Samples.changed("  runbook:", SETUP + "      qqqqqqqqq: 1\n  runbook:"),
                        "setup step",
                        at(DRILL, "spec", "setup", "*", "TYPE=sql")));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void hasTheKeysThatTheReadersKnow(Mapping mapping) {
        Set<String> keys = keys(mapping.schema());
        Known known = known(mapping);
        assertThat(keys).as(mapping.file()).containsAll(known.listed()).hasSize(known.number());
        keys.removeAll(known.listed());
        for (String key : keys) {
            assertThat(read(mapping.file().replace("qqqqqqqqq", key + "q")))
                    .as("a key that is not listed")
                    .anyMatch(problem -> problem.contains("did you mean '" + key + "'?"));
        }
    }

    /** The keys that a reader lists, and how many it knows: long lists are cut. */
    record Known(Set<String> listed, int number) {
        static Known of(String list) {
            int cut = list.indexOf(", … and ");
            Set<String> listed = new TreeSet<>(List.of((cut < 0 ? list : list.substring(0, cut)).split(", ")));
            int more = cut < 0 ? 0 : Integer.parseInt(list.replaceAll(".*and ([0-9]+) more", "$1"));
            return new Known(listed, listed.size() + more);
        }
    }

    private static Known known(Mapping mapping) {
        for (String problem : read(mapping.file())) {
            Matcher hint = MAY_HOLD.matcher(problem);
            if (hint.find()) {
                return Known.of(hint.group(1));
            }
        }
        throw new AssertionError("the unknown key passed: " + read(mapping.file()));
    }

    private static List<String> read(String file) {
        return Samples.problems(() -> {
            if (file.contains("kind: Runbook")) {
                Samples.runbook(file);
            } else {
                Samples.drill(file);
            }
        });
    }

    @Test
    void needsWhatTheReadersNeed() {
        String head = "apiVersion: musterpoint.dev/v1alpha1\nkind: Drill\n";
        assertThat(missing(head + "metadata: {}\nspec: {}"))
                .isEqualTo(
                        union(required(at(DRILL, "metadata")), union(required(at(DRILL, "spec")), required((Map<?, ?>)
                                at(DRILL, "spec").get("else")))));
        assertThat(missing(Samples.changed(
                        "timing: { baseline: 1m, deadline: 25m, stableFor: 2m, pauseThreshold: 30ms, pauseTick: 4ms }",
                        "timing: {}")))
                .isEqualTo(required(at(DRILL, "spec", "timing")));
        assertThat(missing(Samples.changed(
                        "recoveryTime: { within: 15m, probes: [write], confirm: { run: 20, first: 1, over: 2s }, from:"
                                + " the primary dies }",
                        "recoveryTime: {}")))
                .isEqualTo(required(at(DRILL, "spec", "objectives", "*", "KEY=recoveryTime", "recoveryTime")));
        assertThat(missing(Samples.changed("recoveryPoint: { within: 1m, workload: orders }", "recoveryPoint: {}")))
                .isEqualTo(required(at(DRILL, "spec", "objectives", "*", "KEY=recoveryPoint", "recoveryPoint")));
        assertThat(missing(Samples.changed("lostWrites: { atMost: 0, workload: orders }", "lostWrites: {}")))
                .isEqualTo(required(at(DRILL, "spec", "objectives", "*", "KEY=lostWrites", "lostWrites")));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> missing(String file) {
        Set<String> needed = new TreeSet<>();
        for (String problem : read(file)) {
            Matcher needs = NEEDS.matcher(problem);
            if (needs.matches()) {
                needed.add(needs.group(1));
            }
        }
        return needed;
    }
}
