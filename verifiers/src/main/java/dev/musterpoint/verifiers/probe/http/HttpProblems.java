package dev.musterpoint.verifiers.probe.http;

import dev.musterpoint.connections.tls.TlsClient;
import dev.musterpoint.drills.codec.JsonText;
import dev.musterpoint.drills.spec.Params;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with a probe's parameters before it runs. */
final class HttpProblems {
    private final Params params;
    private final List<String> problems = new ArrayList<>();

    private HttpProblems(Params params) {
        this.params = params;
    }

    static List<String> of(Params params) {
        HttpProblems found = new HttpProblems(params);
        found.url();
        found.body();
        found.tls();
        found.problems.addAll(Headers.problems(params.nested("headers")));
        return List.copyOf(found.problems);
    }

    private void url() {
        params.find("url")
                .filter(url -> HttpUrls.parse(url).isEmpty())
                .ifPresent(url -> problems.add("'url' must be an address such as https://shop.example/health, without a"
                        + " user in it, not '" + Excerpt.of(url) + "'"));
    }

    private void body() {
        Params body = params.nested("expect").nested("body");
        if (!body.values().isEmpty() && body.has("contains") == body.has("pointer")) {
            problems.add("'body' of 'expect' needs either 'contains', or 'pointer' with 'equals'");
        } else if (body.has("equals") && !body.has("pointer")) {
            problems.add("'equals' needs 'pointer', which says where in the body");
        }
        body.find("pointer").ifPresent(this::pointer);
    }

    private void pointer(String pointer) {
        try {
            JsonText.checkPointer(pointer);
        } catch (IllegalArgumentException e) {
            problems.add("'" + Excerpt.of(pointer) + "' is no JSON pointer; write one such as /status/database");
        }
    }

    private void tls() {
        Params tls = params.nested("tls");
        if (!tls.values().isEmpty() && params.text("url", "").startsWith("http:")) {
            problems.add("'tls' has no meaning for an address of http; write https, or leave it out");
        }
        try {
            TlsClient.Options.of(tls);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }
}
