package dev.musterpoint.connections.http;

import dev.musterpoint.connections.secret.SecretReference;
import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.WebAddress;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Redactor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request and what is expected of its answer.
 *
 * @param headers      values that are texts or references to secrets
 * @param expectStatus the status that means yes; any of 200 to 299 when empty
 * @param expectBody   what the answer's body must hold; empty for anything
 * @param timeout      after which the answer is no longer waited for
 */
public record WebRequest(
        WebAddress url,
        String method,
        Params headers,
        String body,
        Optional<Integer> expectStatus,
        String expectBody,
        Duration timeout) {
    /** How long an answer is waited for unless a request says otherwise. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String URL = "url";
    private static final String METHOD = "method";
    private static final String HEADERS = "headers";
    private static final String BODY = "body";
    private static final String EXPECT_STATUS = "expectStatus";
    private static final String EXPECT_BODY = "expectBody";
    private static final String TIMEOUT = "timeout";

    public WebRequest {
        Objects.requireNonNull(url);
        Checks.text(method, METHOD);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(body);
        Objects.requireNonNull(expectStatus);
        Objects.requireNonNull(expectBody);
        Checks.positive(timeout, TIMEOUT);
    }

    /** Reads a request as {@link #parameters} declare it. */
    public static WebRequest of(Params params) {
        return of(params, params.duration(TIMEOUT, USUAL_TIMEOUT));
    }

    /** As {@link #of(Params)}, with a timeout that is settled elsewhere. */
    public static WebRequest of(Params params, Duration timeout) {
        return new WebRequest(
                WebAddress.parse(params.text(URL)),
                params.text(METHOD, "GET"),
                params.nested(HEADERS),
                params.text(BODY, ""),
                params.find(EXPECT_STATUS).map(Integer::valueOf),
                params.text(EXPECT_BODY, ""),
                timeout);
    }

    /** What a drill or a runbook says of a request, its own timeout included. */
    public static List<Parameter> parameters() {
        return Stream.concat(
                        untimedParameters().stream(),
                        Stream.of(Parameter.optional(
                                TIMEOUT, ParameterType.DURATION, "10s", "How long the answer is waited for")))
                .toList();
    }

    /** What is said of a request whose timeout is settled elsewhere. */
    public static List<Parameter> untimedParameters() {
        return List.of(
                Parameter.required(URL, ParameterType.URL, "The address, by http or https"),
                Parameter.choice(METHOD, METHODS, "GET", "The method"),
                Parameter.optional(
                        HEADERS,
                        ParameterType.SECRET_MAP,
                        "none",
                        "Headers: texts, or references to secrets such as { env: TOKEN }"),
                Parameter.optional(BODY, ParameterType.CONTENT, "empty", "What is sent"),
                Parameter.optional(EXPECT_STATUS, ParameterType.INTEGER, "200 to 299", "The status that is expected"),
                Parameter.optional(EXPECT_BODY, ParameterType.TEXT, "anything", "What the answer must hold"));
    }

    /** {@code POST http://host:8080/path}, without what stands in the query. */
    public String summary() {
        return method + " " + url.uri().getScheme() + "://" + url.hostAndPort()
                + Optional.ofNullable(url.uri().getRawPath()).orElse("");
    }

    /** The headers with their secrets, which are made known to {@code redactor}. */
    Map<String, String> resolved(Redactor redactor) {
        Map<String, String> resolved = new LinkedHashMap<>();
        headers.values()
                .forEach((name, value) -> resolved.put(
                        name,
                        value instanceof Map
                                ? SecretReference.of(headers.nested(name)).resolve(redactor)
                                : String.valueOf(value)));
        return resolved;
    }
}
