package dev.musterpoint.verifiers.probe.tcp;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.verifiers.probe.FreshNames;
import java.util.List;
import java.util.Map;

/** Offers the probe type {@code tcp}. */
public final class TcpProbeProvider implements ProbeProvider {
    private static final int IN_FLIGHT = 256;
    private static final String DEFAULT_MEMBER = "primary";
    private static final int HIGHEST_PORT = 65535;

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                "tcp",
                "Connects by TCP to an address, or to a member of the probe's system",
                List.of(
                        Parameter.optional("host", ParameterType.TEXT, "that of the member", "The host to connect to"),
                        Parameter.optional(
                                "port", ParameterType.INTEGER, "that of the member", "The port to connect to"),
                        Parameter.optional(
                                "member", ParameterType.TEXT, DEFAULT_MEMBER, "Which member of the probe's system")),
                List.of()));
    }

    @Override
    public Probe probe(ProbeSpec spec, Toolbox toolbox) {
        Map<String, String> member = spec.system()
                .map(name -> member(spec, toolbox.systems().get(name)))
                .orElse(Map.of());
        String host = spec.params().text("host", member.getOrDefault("host", ""));
        int port = spec.params().integer("port", Integer.parseInt(member.getOrDefault("port", "0")));
        if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("probe '" + spec.name()
                    + "' does not say where to connect to: give 'host' and 'port', or 'system' and 'member'");
        }
        FreshNames.use();
        return new TcpProbe(host, port);
    }

    private static Map<String, String> member(ProbeSpec spec, SystemFacts system) {
        String name = spec.params().text("member", DEFAULT_MEMBER);
        return system.member(name)
                .map(SystemFacts.Member::facts)
                .orElseThrow(() -> new IllegalArgumentException("probe '" + spec.name() + "': system '" + system.name()
                        + "' has no member '" + name + "'; it has "
                        + system.members().stream()
                                .map(SystemFacts.Member::name)
                                .toList()));
    }

    @Override
    public FailureMode failureMode(String type) {
        return FailureMode.PARTIAL;
    }

    @Override
    public int inFlight(String type) {
        return IN_FLIGHT;
    }
}
