package dev.musterpoint.verifiers.probe.http;

import dev.musterpoint.connections.tls.TlsClient;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.verifiers.probe.FreshNames;
import dev.musterpoint.verifiers.probe.link.FreshLinks;
import dev.musterpoint.verifiers.probe.link.Links;
import dev.musterpoint.verifiers.probe.link.PooledLinks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Offers the probe type {@code http}. */
public final class HttpProbeProvider implements ProbeProvider {
    private static final int IN_FLIGHT = 256;
    private static final Duration MAX_LIFETIME = Duration.ofMinutes(30);

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                "http", "Sends a request by HTTP/1.1 and looks whether the answer is right", parameters(), List.of()));
    }

    private static List<Parameter> parameters() {
        return List.of(
                Parameter.required("url", ParameterType.URL, "The address to ask, http or https"),
                Parameter.choice(
                        "method",
                        List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
                        "GET",
                        "The request's method"),
                Parameter.optional(
                        "headers",
                        ParameterType.SECRET_MAP,
                        "none",
                        "The request's headers; secrets by reference, { env: NAME } or { file: PATH }"),
                Parameter.optional("body", ParameterType.CONTENT, "empty", "The request's body"),
                Parameter.choice(
                        "redirects", List.of("off", "follow"), "off", "Whether redirects are followed, at most 5"),
                Parameter.choice(
                        "connections",
                        List.of("fresh", "pooled"),
                        "fresh",
                        "A connection of its own for each attempt, or kept as an application's client keeps them"),
                Parameter.mapping("expect", "a status of 200-299", "What makes an answer good", expectations()),
                Parameter.mapping(
                        "identity",
                        "not known",
                        "How the answering server is told",
                        List.of(Parameter.required(
                                "header", ParameterType.TEXT, "The answer's header that holds its name"))),
                Parameter.mapping("tls", "as Java does", "Whom to trust, and who to be", tls()));
    }

    private static List<Parameter> expectations() {
        return List.of(
                Parameter.optional("status", ParameterType.RANGES, "200-299", "The status: one, a range, or several"),
                Parameter.optional("header", ParameterType.TEXT_MAP, "any", "Headers and the values they must have"),
                Parameter.mapping(
                        "body",
                        "any",
                        "What the first 1 MiB of the body must hold",
                        List.of(
                                Parameter.optional("contains", ParameterType.TEXT, "anything", "A text within it"),
                                Parameter.optional(
                                        "pointer", ParameterType.TEXT, "none", "A JSON pointer, such as /status"),
                                Parameter.optional(
                                        "equals", ParameterType.TEXT, "anything", "What must stand there"))));
    }

    private static List<Parameter> tls() {
        return List.of(
                Parameter.optional(
                        "caFile",
                        ParameterType.TEXT,
                        "those of Java",
                        "A PEM file of the certificates that are trusted"),
                Parameter.optional(
                        "certFile", ParameterType.TEXT, "none", "A PEM file of our own certificate and its chain"),
                Parameter.optional("keyFile", ParameterType.TEXT, "none", "A PEM file of its private key (PKCS #8)"),
                Parameter.optional("insecure", ParameterType.BOOLEAN, "false", "Trust anybody, and check no name"));
    }

    @Override
    public List<String> problems(Params params) {
        return HttpProblems.of(params);
    }

    @Override
    public Probe probe(ProbeSpec spec, Toolbox toolbox) {
        FreshNames.use();
        HttpOptions options = HttpOptions.of(spec.params());
        Params headers = spec.params().nested("headers");
        Question question = new Question(
                options.url(),
                options.method(),
                Headers.resolve(headers, toolbox.redactor()),
                Headers.secret(headers),
                options.body());
        TlsClient tls = TlsClient.of(options.tls());
        return new HttpProbe(question, options, endpoint -> lane(endpoint, tls, options.pooled(), spec, toolbox));
    }

    private static Links<HttpLink> lane(
            Endpoint endpoint, TlsClient tls, boolean pooled, ProbeSpec spec, Toolbox toolbox) {
        AtomicInteger turn = new AtomicInteger();
        Supplier<HttpLink> maker = () -> new HttpLink(endpoint, tls, turn.getAndIncrement());
        return pooled
                ? new PooledLinks<>(maker, spec.inFlight(), MAX_LIFETIME, toolbox.clock())
                : new FreshLinks<>(maker);
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
