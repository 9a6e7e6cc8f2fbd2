package dev.musterpoint.verifiers.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpProblemsTests {
    private static List<String> problems(String url, Map<String, Object> more) {
        Map<String, Object> params = new LinkedHashMap<>(more);
        params.put("url", url);
        return new HttpProbeProvider().problems(new Params(params));
    }

    private static List<String> problems(Map<String, Object> more) {
        return problems("https://shop/", more);
    }

    @Test
    void findsNothingWrongWithWhatIsRight() {
        assertThat(problems(Map.of(
                        "headers",
                        Map.of("Authorization", Map.of("env", "TOKEN"), "Accept", "text/html"),
                        "expect",
                        Map.of("body", Map.of("pointer", "/a/b", "equals", "x")),
                        "tls",
                        Map.of("caFile", "ca.pem", "certFile", "c.pem", "keyFile", "k.pem"))))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBeAsked() {
        for (String url : List.of("ftp://shop/", "shop", "http:///x", "https://me:hush@shop/", "http://shop:99999/")) {
            assertThat(problems(url, Map.of())).singleElement().asString().startsWith("'url' must be an address");
        }
    }

    @Test
    void refusesSecretsInClearWithoutRepeatingThem() {
        for (String name : List.of("Authorization", "Cookie", "X-Api-Key", "X-Auth-Token")) {
            assertThat(problems(Map.of("headers", Map.of(name, "hush-hush"))))
                    .singleElement()
                    .asString()
                    .contains("holds a secret", name)
                    .doesNotContain("hush");
        }
    }

    @Test
    void refusesHeadersThatWouldBreakTheRequest() {
        assertThat(problems(Map.of("headers", Map.of("X", "a\r\nY: b"))))
                .containsExactly("the header 'X' holds a line break");
        assertThat(problems(Map.of("headers", Map.of("X Y", "a")))).containsExactly("'X Y' is no name for a header");
        assertThat(problems(Map.of("headers", Map.of("Content-Length", "9"))))
                .containsExactly("the header 'Content-Length' is set by the probe itself; leave it out");
    }

    @Test
    void refusesExpectationsThatContradictThemselves() {
        String either = "'body' of 'expect' needs either 'contains', or 'pointer' with 'equals'";
        assertThat(body(Map.of("contains", "x", "pointer", "/a"))).containsExactly(either);
        assertThat(body(Map.of("equals", "x"))).containsExactly(either);
        assertThat(body(Map.of("contains", "x", "equals", "y")))
                .containsExactly("'equals' needs 'pointer', which says where in the body");
        assertThat(body(Map.of("pointer", "a.b")))
                .containsExactly("'a.b' is no JSON pointer; write one such as /status/database");
    }

    private static List<String> body(Map<String, Object> body) {
        return problems(Map.of("expect", Map.of("body", body)));
    }

    @Test
    void refusesTlsOptionsThatContradictThemselves() {
        assertThat(problems(Map.of("tls", Map.of("certFile", "c.pem"))))
                .containsExactly("'certFile' needs 'keyFile', and the other way round: give both");
        assertThat(problems(Map.of("tls", Map.of("caFile", "c.pem", "insecure", true))))
                .containsExactly("'insecure' trusts anybody, so there is no use for a CA: leave one of them out");
        assertThat(problems("http://shop/", Map.of("tls", Map.of("insecure", true))))
                .containsExactly("'tls' has no meaning for an address of http; write https, or leave it out");
    }
}
