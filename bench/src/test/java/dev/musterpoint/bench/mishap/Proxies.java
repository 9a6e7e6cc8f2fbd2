package dev.musterpoint.bench.mishap;

import dev.musterpoint.sandbox.toxiproxy.ToxiproxyServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A Toxiproxy that is there before the runs and after them, with a proxy for each run, and one with a stranger's toxic. */
final class Proxies {
    private static final AtomicLong MADE = new AtomicLong();
    private static final String STRANGERS = "strangers";
    private static final String TOXIC =
            "{\"name\": \"theirs\", \"type\": \"latency\", \"attributes\": {\"latency\": 5}}";

    private final Front front = new Front(() -> true);
    private final ToxiproxyServer server = new ToxiproxyServer();
    private final String before;

    Proxies() throws IOException, InterruptedException {
        server.start();
        server.proxy(STRANGERS, front.port());
        server.send("POST", "/proxies/" + STRANGERS + "/toxics", TOXIC);
        before = server.state(STRANGERS);
    }

    /** A proxy of one run, by a name of its own. @param more what else stands in the drill */
    Scene.Extra proxy(Map<String, String> more) {
        String name = "front-" + MADE.incrementAndGet();
        int port = make(name);
        return new Scene.Extra() {
            @Override
            public Map<String, String> variables() {
                Map<String, String> variables = new LinkedHashMap<>(more);
                variables.put("TOXIPROXY", server.url());
                variables.put("PROXY", name);
                variables.put("PROXY_PORT", Integer.toString(port));
                return variables;
            }

            @Override
            public List<String> left() {
                return leftIn(name);
            }
        };
    }

    private int make(String name) {
        try {
            return server.proxy(name, front.port());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot make a proxy", e);
        }
    }

    /** What the server itself says: a toxic, a proxy that lets nobody through, a stranger's toxic that has changed. */
    private List<String> leftIn(String name) {
        try {
            String state = server.state(name);
            List<String> left = new ArrayList<>();
            if (!state.contains("\"toxics\":[]") || !state.contains("\"enabled\":true")) {
                left.add("in the proxy: " + state);
            }
            if (!server.state(STRANGERS).equals(before)) {
                left.add("the stranger's proxy is not as it was");
            }
            return left;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot look at a proxy", e);
        }
    }

    void close() throws InterruptedException {
        server.close();
        front.close();
    }
}
