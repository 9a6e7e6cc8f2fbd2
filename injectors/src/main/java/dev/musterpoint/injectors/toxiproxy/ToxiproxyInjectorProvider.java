package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Offers the fault types {@code toxiproxy/down} and {@code toxiproxy/TOXIC} for each kind of toxic. */
public final class ToxiproxyInjectorProvider implements InjectorProvider {
    private static final List<Toxic> TOXICS = List.of(
            new LatencyToxic(),
            new BandwidthToxic(),
            new SlowCloseToxic(),
            EndingToxic.TIMEOUT,
            EndingToxic.RESET_PEER,
            new SlicerToxic(),
            new LimitDataToxic());

    private static final List<Parameter> TARGET = List.of(
            Parameter.optional(ProxyTargets.PROXY, ParameterType.TEXT, "those of 'proxies'", "The proxy's name"),
            Parameter.optional(
                    ProxyTargets.PROXIES, ParameterType.TEXT_LIST, "that of 'proxy'", "Several proxies, by name"));
    private static final List<String> SYSTEMS = List.of("toxiproxy", "sandbox");
    private static final List<String> PERMISSIONS = List.of("to reach the admin API of the Toxiproxy");

    @Override
    public List<TypeInfo> types() {
        List<TypeInfo> types = new ArrayList<>();
        TOXICS.forEach(toxic -> types.add(info(toxic.faultType(), toxic.summary(), parameters(toxic))));
        types.add(info(DownInjector.TYPE, "Disables a proxy: connections end, and new ones are refused", List.of()));
        return types;
    }

    private static TypeInfo info(String type, String summary, List<Parameter> parameters) {
        return new TypeInfo(type, summary, parameters, TARGET, SYSTEMS, PERMISSIONS, UndoKind.AUTO);
    }

    private static List<Parameter> parameters(Toxic toxic) {
        List<Parameter> all = new ArrayList<>(toxic.parameters());
        all.add(Parameter.choice(
                ToxicInjector.STREAM,
                List.of("upstream", "downstream"),
                "downstream",
                "Which way: to the server (upstream), or to the client (downstream)"));
        all.add(Parameter.optional(
                ToxicInjector.TOXICITY, ParameterType.SHARE, "100%", "The share of connections that it is in"));
        if (!toxic.faultType().equals("toxiproxy/slow-close")) {
            all.add(Parameter.requiredMapping(
                    "effect",
                    "What sees the fault",
                    List.of(Parameter.required(
                            "probe",
                            ParameterType.TEXT,
                            "A probe of the drill that goes through the proxy: the fault took effect when it gets slower"
                                    + " or fails"))));
        }
        return all;
    }

    private static Optional<Toxic> toxic(String type) {
        return TOXICS.stream().filter(toxic -> toxic.faultType().equals(type)).findFirst();
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return toxic(type)
                .<FaultInjector>map(toxic -> new ToxicInjector(toxic, toolbox))
                .orElseGet(() -> new DownInjector(toolbox));
    }

    @Override
    public TargetResolver resolver(String type) {
        return new ProxyTargets(
                fault -> toxic(type).ifPresent(toxic -> ToxicInjector.toxic(toxic, "check", fault.params())));
    }
}
