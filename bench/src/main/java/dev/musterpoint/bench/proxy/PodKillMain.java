package dev.musterpoint.bench.proxy;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The time to kill a pod, by the injector and by the bare request, by turns on one cluster of the testbed. */
public final class PodKillMain {
    private static final String TYPE = "kubernetes/pod-kill";
    private static final int WARM_UP = 100;
    private static final String PODS = "/api/v1/namespaces/default/pods";
    /** No scheduler takes it up, so that no node has a part in its end. */
    private static final String POD = "{\"metadata\": {\"name\": \"%s\"}, \"spec\": {\"schedulerName\": \"nobody\","
            + " \"containers\": [{\"name\": \"c\", \"image\": \"none\"}]}}";

    private static final Pattern UID = Pattern.compile("\"uid\": ?\"([^\"]+)\"");

    private final HttpClient http;
    private final String server;
    private final String token;
    private final FaultInjector injector;
    private int made;

    private PodKillMain(Path cluster, String server) throws IOException, GeneralSecurityException {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(cluster.resolve("pki/ca.crt")))
                .build();
        this.server = server;
        this.token = Files.readString(cluster.resolve("pki/token-admin"));
        Map<String, String> reached = Map.of(
                "kubeconfig", cluster.resolve("admin.kubeconfig").toString(), "context", "zones", "server", server);
        SystemFacts facts = new SystemFacts("cluster", "kubernetes", false, reached, List.of());
        this.injector = Catalogue.load()
                .faults()
                .get(TYPE)
                .injector(
                        TYPE,
                        new Toolbox(
                                "bench-" + ProcessHandle.current().pid(),
                                Path.of("bench"),
                                name -> facts,
                                new SystemRunClock(),
                                new Redactor()));
    }

    /** Arguments: the cluster's directory, the API server's URL, and how many times each. */
    public static void main(String[] arguments) throws Exception {
        PodKillMain bench = new PodKillMain(Path.of(arguments[0]), arguments[1]);
        bench.measure(WARM_UP);
        System.out.println(bench.measure(Integer.parseInt(arguments[2])));
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream certificate = Files.newInputStream(authority)) {
            known.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private String measure(int times) throws Exception {
        List<Double> whole = new ArrayList<>();
        List<Double> request = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Target ours = make();
            long[] began = new long[1];
            whole.add(Timing.millis(() -> {
                injector.inject(fault(ours), ours, new Unstopped(() -> began[0] = System.nanoTime()));
                request.add(Timing.millisSince(began[0]));
            }));
            Target theirs = make();
            bare.add(Timing.millis(() -> delete(theirs)));
        }
        return Timing.row("request", request, bare) + "\n" + Timing.row("whole", whole, bare);
    }

    private static PlannedFault fault(Target target) {
        FaultSpec spec = new FaultSpec(
                "killed",
                TYPE,
                Optional.of("cluster"),
                Params.NONE,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                BlastRadius.UNSTATED,
                new Params(Map.of("gracePeriod", "0s")));
        return new PlannedFault(1, spec, List.of(target));
    }

    private Target make() throws IOException, InterruptedException {
        String name = "bench-" + ProcessHandle.current().pid() + "-" + ++made;
        Matcher uid = UID.matcher(send("POST", "", POD.formatted(name)));
        if (!uid.find()) {
            throw new IOException("the API server named no UID for " + name);
        }
        Map<String, String> attributes =
                Map.of("system", "cluster", "namespace", "default", "pod", name, "uid", uid.group(1));
        return new Target("cluster/default/" + name, "pods", "default", 1, false, attributes);
    }

    private void delete(Target pod) throws IOException, InterruptedException {
        String uid = pod.attributes().get("uid");
        send(
                "DELETE",
                "/" + pod.attributes().get("pod"),
                "{\"gracePeriodSeconds\": 0, \"preconditions\": {\"uid\": \"" + uid + "\"}}");
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + PODS + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
