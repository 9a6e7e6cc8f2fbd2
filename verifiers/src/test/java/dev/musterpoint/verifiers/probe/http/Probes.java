package dev.musterpoint.verifiers.probe.http;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Probes by their parameters. */
final class Probes {
    static final Duration AMPLE = Duration.ofSeconds(5);

    private Probes() {}

    static Probe of(String url, Map<String, Object> more) {
        return of(url, more, new Redactor());
    }

    static Probe of(String url, Map<String, Object> more, Redactor redactor) {
        Map<String, Object> params = new LinkedHashMap<>(more);
        params.put("url", url);
        ProbeSpec spec = new ProbeSpec("p", "http", Optional.empty(), AMPLE, AMPLE, AMPLE, 1, 4, new Params(params));
        Toolbox toolbox = new Toolbox(
                "r",
                Path.of("x"),
                name -> {
                    throw new IllegalArgumentException(name);
                },
                new SystemRunClock(),
                redactor);
        return new HttpProbeProvider().probe(spec, toolbox);
    }

    static Probe.Answer ask(Probe probe) throws Exception {
        return probe.attempt(0, 0, AMPLE, new Cancellation());
    }

    static Probe.Answer ask(String url, Map<String, Object> params) throws Exception {
        try (Probe probe = of(url, params)) {
            return ask(probe);
        }
    }
}
