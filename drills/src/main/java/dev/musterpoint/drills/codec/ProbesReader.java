package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads {@code probes:}. How many attempts a tick makes follows from how the objectives expect the service to fail, so
 * the probes are finished by {@link #specs} once the objectives are known.
 */
final class ProbesReader {
    private static final int MOST_PER_TICK = 1_000;
    private static final int MOST_IN_FLIGHT = 10_000;
    private static final String EXPECT = "expect";

    private final Catalogue catalogue;
    private final Map<String, String> systemTypes;
    private final Problems problems;
    private final NamedEntries entries;
    private final Map<String, FailureMode> modes = new LinkedHashMap<>();
    private final Map<String, References> references = new LinkedHashMap<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    ProbesReader(Catalogue catalogue, Map<String, String> systemTypes, Problems problems) {
        this.catalogue = catalogue;
        this.systemTypes = systemTypes;
        this.problems = problems;
        this.entries = new NamedEntries("probe", problems);
    }

    void read(List<Yaml.Entry> written) {
        entries.read(written, this::read);
    }

    Names names() {
        return entries.names();
    }

    /** How the services behind the probes usually fail, by probe; only of probes whose type is known. */
    Map<String, FailureMode> modes() {
        return modes;
    }

    /** The probes, given the objectives that use them. */
    Map<String, ProbeSpec> specs(List<Objective> objectives) {
        Map<String, ProbeSpec> specs = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> specs.put(name, draft.spec(perTick(name, draft, objectives))));
        return specs;
    }

    /** K: as written; else as the most demanding objective that uses it wants; else as its type usually fails. */
    private int perTick(String name, Draft draft, List<Objective> objectives) {
        return draft.perTick().orElseGet(() -> objectives.stream()
                .filter(Objective.RecoveryTime.class::isInstance)
                .map(Objective.RecoveryTime.class::cast)
                .filter(objective -> objective.probes().contains(name))
                .mapToInt(objective -> objective.failure().perTick())
                .max()
                .orElse(modes.get(name).perTick()));
    }

    /** Reports references to outputs that no step of the setup publishes: probes begin after it. */
    void check(Published published) {
        references.values().forEach(each -> each.check(published, problems));
    }

    private void read(String name, Fields fields) {
        Optional<TypeInfo> type = TypeReader.type(fields, "probe", catalogue.probes());
        Optional<String> system = TypeReader.system(fields, type, systemTypes);
        Optional<Duration> every = fields.positive("every");
        Optional<Duration> timeout = fields.positive("timeout");
        Optional<Fields> expect = fields.mapping(EXPECT);
        Optional<Duration> latency = expect.flatMap(of -> of.positive("latencyBelow"));
        Optional<Integer> perTick = fields.integer("perTick", 1, MOST_PER_TICK);
        Optional<Integer> inFlight = fields.integer("inFlight", 1, MOST_IN_FLIGHT);
        type.ifPresent(info -> {
            References used = new References();
            references.put(name, used);
            Params params = params(fields, expect, info, used);
            fields.finish();
            ProbeProvider provider = catalogue.probes().get(info.type());
            provider.problems(ReferringText.fill(params, text -> text.filled(any -> "1")))
                    .forEach(problem -> fields.problems().add(fields.place(), fields.what() + ": " + problem));
            modes.put(name, provider.failureMode(info.type()));
            int most = inFlight.orElseGet(() -> provider.inFlight(info.type()));
            drafts.put(name, new Draft(name, info.type(), system, every, timeout, latency, perTick, most, params));
        });
    }

    /** The type's parameters. What it declares under {@code expect} stands beside what every probe may have there. */
    private static Params params(Fields fields, Optional<Fields> expect, TypeInfo info, References used) {
        Map<Boolean, List<Parameter>> parameters = info.parameters().stream()
                .collect(Collectors.partitioningBy(each -> each.name().equals(EXPECT)));
        Params params = ParameterReader.read(fields, parameters.get(false), used);
        if (expect.isEmpty()) {
            return params;
        }
        List<Parameter> expected = parameters.get(true).stream()
                .flatMap(each -> each.fields().stream())
                .toList();
        Map<String, Object> expectations =
                ParameterReader.read(expect.get(), expected).values();
        expect.get().finish();
        return expectations.isEmpty() ? params : params.with(EXPECT, expectations);
    }

    /** A probe whose K is not settled. */
    private record Draft(
            String name,
            String type,
            Optional<String> system,
            Optional<Duration> every,
            Optional<Duration> timeout,
            Optional<Duration> latency,
            Optional<Integer> perTick,
            int inFlight,
            Params params) {
        ProbeSpec spec(int settled) {
            return new ProbeSpec(
                    name,
                    type,
                    system,
                    every.orElse(ProbeSpec.DEFAULT_EVERY),
                    timeout.orElse(ProbeSpec.DEFAULT_TIMEOUT),
                    latency.orElse(ProbeSpec.DEFAULT_LATENCY),
                    settled,
                    inFlight,
                    params);
        }
    }
}
