package dev.musterpoint.shell.command;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.sandbox.KeptSandbox;
import dev.musterpoint.shell.sandbox.KeptSandboxes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kept sandbox as commands show it.
 *
 * @param state      {@code up}, {@code starting}, or {@code dead}: nobody keeps it any more
 * @param keeperPid  the process that keeps it; 0 while there is none
 * @param ageSeconds since it was asked for
 * @param systems    what a drill writes under {@code systems:} to use it; empty until it is up
 */
record SandboxView(
        String id, String state, long keeperPid, long ageSeconds, List<Server> members, Map<String, Object> systems) {
    /** One server of it. */
    record Server(String name, String address, String pid) {}

    static SandboxView of(RunDirectory directory, KeptSandboxes all, Instant now) {
        Optional<KeptSandbox> kept = all.read(directory);
        Optional<SystemFacts> facts = kept.flatMap(KeptSandbox::facts);
        boolean isKept = all.isKept(directory);
        return new SandboxView(
                directory.runId(),
                isKept ? facts.isPresent() ? "up" : "starting" : "dead",
                kept.map(known -> known.keeper().pid()).orElse(0L),
                kept.map(known -> Duration.between(known.since(), now).toSeconds())
                        .orElse(0L),
                facts.map(SandboxView::servers).orElse(List.of()),
                facts.map(SandboxView::systems).orElse(Map.of()));
    }

    private static List<Server> servers(SystemFacts facts) {
        Stream<Server> web = Stream.ofNullable(facts.facts().get("webUrl")).map(url -> new Server("web", url, ""));
        Stream<Server> members = facts.members().stream()
                .map(member -> new Server(
                        member.name(), address(member), member.facts().getOrDefault("pid", "")));
        return Stream.concat(members, web).toList();
    }

    /** {@code 127.0.0.1:5432}, or where there are no ports of its own {@code zone a}. */
    private static String address(SystemFacts.Member member) {
        String zone = member.facts().get("zone");
        return zone == null ? member.facts().get("host") + ":" + member.facts().get("port") : "zone " + zone;
    }

    /** The same servers as systems that exist and are only connected to. */
    private static Map<String, Object> systems(SystemFacts facts) {
        Map<String, Object> systems = new LinkedHashMap<>();
        if (facts.facts().containsKey("kubeconfig")) {
            systems.put("cluster", kubernetes(facts.facts()));
        } else {
            systems.put("db", postgres(facts));
        }
        Optional.ofNullable(facts.facts().get("toxiproxyUrl"))
                .ifPresent(url -> systems.put("px", Map.of("type", "toxiproxy", "url", url)));
        return Map.of("systems", systems);
    }

    private static Map<String, Object> kubernetes(Map<String, String> facts) {
        Map<String, Object> kubernetes = new LinkedHashMap<>();
        kubernetes.put("type", "kubernetes");
        kubernetes.put("kubeconfig", facts.get("kubeconfig"));
        kubernetes.put("context", facts.get("context"));
        return kubernetes;
    }

    private static Map<String, Object> postgres(SystemFacts facts) {
        Map<String, Object> postgres = new LinkedHashMap<>();
        postgres.put("type", "postgres");
        postgres.put("url", facts.facts().get("jdbcUrl"));
        postgres.put("user", facts.facts().get("user"));
        postgres.put("password", Map.of("file", facts.facts().get("passwordFile")));
        return postgres;
    }

    String addresses() {
        return members.stream()
                .map(server -> server.name() + " " + server.address())
                .collect(Collectors.joining(", "));
    }
}
