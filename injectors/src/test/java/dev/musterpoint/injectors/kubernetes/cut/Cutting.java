package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One cut of a zone of a real cluster, made and undone by hand. */
final class Cutting implements Injection {
    private static final String IMAGE = "localhost/nettools:1";

    private final ThreeZones zones;
    private final PlannedFault fault;
    private final ZoneCutInjector injector;
    private final Runnable begins;
    private UndoRecord undo;
    private final Cancellation cancellation = new Cancellation();

    /** @param begins is run when the zone is about to be cut, and may throw in its place */
    private Cutting(ThreeZones zones, FaultSpec spec, Runnable begins) throws InjectionException {
        this.zones = zones;
        this.begins = begins;
        List<Target> targets = new ZoneTargets(Optional.empty()).resolve(spec, Optional.of(facts(zones)));
        this.fault = new PlannedFault(1, spec, targets);
        this.injector = new ZoneCutInjector(new Toolbox(
                "20261121-090000-" + zones.namespace(),
                Path.of("."),
                name -> facts(zones),
                new SystemRunClock(),
                new Redactor()));
    }

    static Cutting of(ThreeZones zones, String zone, Duration holdFor) throws InjectionException {
        return new Cutting(zones, spec(zone, holdFor, IMAGE), () -> {});
    }

    static Cutting of(ThreeZones zones, String zone, Duration holdFor, String image) throws InjectionException {
        return new Cutting(zones, spec(zone, holdFor, image), () -> {});
    }

    static Cutting of(ThreeZones zones, String zone, Duration holdFor, Runnable begins) throws InjectionException {
        return new Cutting(zones, spec(zone, holdFor, IMAGE), begins);
    }

    static FaultSpec spec(String zone, Duration holdFor, String image) {
        return new FaultSpec(
                "cut",
                ZoneCutInjectorProvider.TYPE,
                Optional.of("shop"),
                new Params(Map.of("zone", zone)),
                holdFor,
                Duration.ofSeconds(20),
                BlastRadius.UNSTATED,
                new Params(Map.of("image", image, "pullPolicy", "Never")));
    }

    static SystemFacts facts(ThreeZones zones) {
        ClusterAccess access = new ClusterAccess(
                zones.kubeconfig().toString(), "zones", "https://" + zones.server(), zones.namespace());
        return new SystemFacts("shop", "kubernetes", false, access.facts(), List.of());
    }

    Target target() {
        return fault.targets().get(0);
    }

    Cut cut() {
        return Cut.of(undo);
    }

    UndoRecord undo() {
        return undo;
    }

    ZoneCutInjector injector() {
        return injector;
    }

    void prepare() throws InjectionException {
        undo = injector.prepare(fault, target());
    }

    void inject() throws InjectionException {
        prepare();
        injector.inject(fault, target(), this);
    }

    void recover() throws InjectionException {
        injector.recover(undo);
    }

    /** The tables of rules in a node, and those of its processes that are ours. */
    String tables(String node) {
        return zones.inNode(node, "nft", "list", "tables");
    }

    @Override
    public void begins() {
        begins.run();
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void amend(Map<String, String> data) {
        undo = undo.amended(data);
    }
}
