package dev.musterpoint.verifiers.probe.http;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.verifiers.probe.link.Links;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Asks a web service one question, on a fresh connection or on one from a pool, and looks whether the answer is right. */
final class HttpProbe implements Probe {
    private static final int MOST_REDIRECTS = 5;

    private final Question question;
    private final Expectation expectation;
    private final HttpOptions options;
    private final Function<Endpoint, Links<HttpLink>> lane;
    private final Map<Endpoint, Links<HttpLink>> links = new ConcurrentHashMap<>();

    HttpProbe(Question question, HttpOptions options, Function<Endpoint, Links<HttpLink>> lane) {
        this.question = question;
        this.expectation = options.expectation();
        this.options = options;
        this.lane = lane;
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws Exception {
        Question next = question;
        HttpAnswer answer = ask(next, timeout, cancellation);
        for (int hop = 0; options.follow() && isRedirect(answer); hop++) {
            if (hop == MOST_REDIRECTS) {
                return Answer.wrong("more than " + MOST_REDIRECTS + " redirects", server(answer));
            }
            next = next.redirected(target(next.url(), answer), answer.status());
            answer = ask(next, timeout, cancellation);
        }
        String server = server(answer);
        return expectation
                .unmet(answer)
                .map(difference -> Answer.wrong(difference, server))
                .orElseGet(() -> Answer.correct(server));
    }

    private HttpAnswer ask(Question asked, Duration timeout, Cancellation cancellation) throws Exception {
        return links.computeIfAbsent(Endpoint.of(asked.url()), lane)
                .use(timeout, cancellation, link -> link.exchange(asked, options.pooled()));
    }

    private static boolean isRedirect(HttpAnswer answer) {
        return answer.status() / 100 == 3
                && answer.status() != 304
                && answer.header("location").isPresent();
    }

    private static URI target(URI from, HttpAnswer answer) throws ProtocolException {
        String location = answer.header("location").orElseThrow();
        Optional<URI> target = HttpUrls.resolve(from, location);
        return target.orElseThrow(
                () -> new ProtocolException("redirected to what is no address: '" + Excerpt.of(location) + "'"));
    }

    private String server(HttpAnswer answer) {
        return options.identity()
                .flatMap(header -> answer.header(header.toLowerCase(Locale.ROOT)))
                .map(Excerpt::of)
                .orElse("");
    }

    @Override
    public void close() {
        links.values().forEach(Links::close);
    }
}
