package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.Toolbox;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;

/**
 * Sees what a Toxiproxy does to those who connect through it, and never asks its API: by a probe of the drill that goes
 * through the proxy, and for {@code down} and {@code slow-close} by connections of its own.
 */
public final class ToxicEffects implements EffectProvider {
    /** Not of a Toxiproxy, and seen in the same way. */
    private static final String ISOLATE = "kubernetes/network-isolate";

    private static final String DOWN = "toxiproxy/down";
    private static final String SLOW_CLOSE = "toxiproxy/slow-close";
    private static final String LATENCY = "toxiproxy/latency";
    private static final String BANDWIDTH = "toxiproxy/bandwidth";
    private static final String SLICER = "toxiproxy/slicer";

    @Override
    public Set<String> faultTypes() {
        return Set.of(
                DOWN,
                SLOW_CLOSE,
                LATENCY,
                BANDWIDTH,
                SLICER,
                "toxiproxy/timeout",
                "toxiproxy/reset-peer",
                "toxiproxy/limit-data",
                ISOLATE);
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        return Set.of(DOWN, SLOW_CLOSE).contains(faultType) ? new Connecting(toolbox) : new Probed(toolbox);
    }

    /** Looks by connections of its own. */
    private record Connecting(Toolbox toolbox) implements EffectInspector {
        @Override
        public EffectWatch watch(PlannedFault fault, Target target) throws InjectionException {
            ProxyKnock knock = new ProxyKnock(address(fault, target), toolbox.clock());
            return fault.spec().type().equals(DOWN)
                    ? new RefusedEffect(knock, toolbox.clock())
                    : new SlowCloseEffect(
                            knock, fault.spec().params().duration("delay", Duration.ZERO), toolbox.clock());
        }

        private InetSocketAddress address(PlannedFault fault, Target target) throws InjectionException {
            SystemFacts system = toolbox.systems().get(fault.spec().system().orElseThrow());
            return system.member(target.attributes().get("proxy"))
                    .map(SystemFacts.Member::facts)
                    .map(facts -> new InetSocketAddress(facts.get("host"), Integer.parseInt(facts.get("port"))))
                    .orElseThrow(() -> new InjectionException("'" + system.name() + "' does not tell where "
                            + target.id() + " listens, so that nothing could prove the fault's effect"));
        }
    }

    /** Looks at what the drill's probe sees. */
    private record Probed(Toolbox toolbox) implements EffectInspector {
        @Override
        public EffectWatch watch(PlannedFault fault, Target target) throws InjectionException {
            throw new InjectionException(
                    "the effect of " + fault.spec().type() + " is seen by a probe of the drill only");
        }

        @Override
        public EffectWatch watch(PlannedFault fault, Target target, ProbeStates probes) throws InjectionException {
            Params params = fault.spec().params();
            String probe = params.nested("effect").text("probe");
            ProbeShift shift = new ProbeShift(probe, share(params), delay(fault), probes.lately(probe));
            Moment since = toolbox.clock().now();
            return () -> shift.judge(probes.lately(probe).stream()
                    .filter(each -> !each.started().isBefore(since))
                    .toList());
        }

        /** Of the connections that should be hit: what toxics call toxicity, and others say beside the probe. */
        private static double share(Params params) {
            return Share.parse(params.find("toxicity")
                            .orElseGet(() -> params.nested("effect").text("share", "100%")))
                    .value();
        }

        private static ProbeShift.Delay delay(PlannedFault fault) {
            Params params = fault.spec().params();
            return switch (fault.spec().type()) {
                case LATENCY -> ProbeShift.Delay.of(params.duration("latency", Duration.ZERO));
                case SLICER -> ProbeShift.Delay.of(params.duration("delay", Duration.ZERO));
                case BANDWIDTH -> ProbeShift.Delay.MUCH;
                default -> ProbeShift.Delay.NONE;
            };
        }
    }
}
