package dev.musterpoint.bench.proxy;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Systems;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The time to make and to remove a toxic, by the injector and by the bare requests, by turns on one server. */
public final class ToxicMain {
    private static final String TYPE = "toxiproxy/latency";
    private static final String BARE =
            "{\"name\": \"bare\", \"type\": \"latency\", \"attributes\": {\"latency\": 100}}";
    private static final int WARM_UP = 100;
    private static final String PROXY = "primary-proxy";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String toxics;
    private final PlannedFault fault;
    private final Target target = new Target("px/" + PROXY, "proxies", "px", 1, true, Map.of("proxy", PROXY));
    private final FaultInjector injector;

    private ToxicMain(Catalogue catalogue, SystemFacts system) {
        this.toxics = system.facts().get("toxiproxyUrl") + "/proxies/" + PROXY + "/toxics";
        this.injector = catalogue.faults().get(TYPE).injector(TYPE, toolbox(name -> system));
        FaultSpec spec = new FaultSpec(
                "slow",
                TYPE,
                Optional.of("px"),
                Params.NONE,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                BlastRadius.UNSTATED,
                new Params(Map.of("latency", "100ms")));
        this.fault = new PlannedFault(1, spec, List.of(target));
    }

    private static Toolbox toolbox(Systems systems) {
        return new Toolbox(
                "bench-" + ProcessHandle.current().pid(),
                Path.of("bench"),
                systems,
                new SystemRunClock(),
                new Redactor());
    }

    /** Arguments: how many times each. */
    public static void main(String[] arguments) throws Exception {
        Catalogue catalogue = Catalogue.load();
        SystemProvider sandboxes = catalogue.systems().get("sandbox");
        SystemSpec spec = new SystemSpec("px", "sandbox", new Params(Map.of("name", "toxiproxy")));
        Toolbox toolbox = toolbox(name -> {
            throw new IllegalArgumentException(name);
        });
        UndoRecord undo = sandboxes.prepare(spec, toolbox).orElseThrow();
        try {
            SystemFacts system = sandboxes.open(spec, toolbox, data -> {}, new Cancellation());
            ToxicMain bench = new ToxicMain(catalogue, system);
            bench.measure(WARM_UP);
            System.out.println(bench.measure(Integer.parseInt(arguments[0])));
        } finally {
            sandboxes.undo("sandbox", toolbox).recover(undo);
        }
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(toxics + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        http.send(request, BodyHandlers.ofString());
    }

    private String measure(int times) throws Exception {
        List<Double> made = new ArrayList<>();
        List<Double> madeBare = new ArrayList<>();
        List<Double> undone = new ArrayList<>();
        List<Double> undoneBare = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            UndoRecord undo = injector.prepare(fault, target);
            made.add(Timing.millis(() -> injector.inject(fault, target, new Unstopped(() -> {}))));
            undone.add(Timing.millis(() -> injector.recover(undo)));
            madeBare.add(Timing.millis(() -> send("POST", "", BARE)));
            undoneBare.add(Timing.millis(() -> send("DELETE", "/bare", "")));
        }
        return Timing.row("made", made, madeBare) + "\n" + Timing.row("removed", undone, undoneBare);
    }
}
