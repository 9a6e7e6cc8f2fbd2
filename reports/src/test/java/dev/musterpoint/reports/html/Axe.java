package dev.musterpoint.reports.html;

import dev.musterpoint.reports.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs axe-core over a page, in Chromium. */
final class Axe {
    private static final String JAR = "/META-INF/maven/org.webjars.npm/axe-core/pom.properties";
    private static final String SOURCE = "/META-INF/resources/webjars/axe-core/%s/axe.min.js";
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");
    private static final Pattern RESULT = Pattern.compile("<pre id=\"axe-result\">([A-Za-z0-9+/=]+)</pre>");
    private static final String SCRIPT = """
            <script src="axe.min.js"></script>
            <script>
            axe.run(document, {resultTypes: ['violations']}).then(result => {
              const told = {
                dark: matchMedia('(prefers-color-scheme: dark)').matches,
                passes: result.passes.length,
                violations: result.violations.map(v => ({
                  rule: v.id,
                  where: v.nodes.map(n => n.target.join(' ') + ': ' + n.failureSummary).slice(0, 3).join(' | ')
                }))
              };
              const out = document.createElement('pre');
              out.id = 'axe-result';
              out.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(told))));
              document.body.appendChild(out);
            });
            </script>
            """;

    private final Chromium chromium;
    private final Path directory;

    Axe(Chromium chromium, Path directory) {
        this.chromium = chromium;
        this.directory = directory;
    }

    /** What axe found. */
    record Result(boolean dark, int passes, List<Violation> violations) {}

    /** A broken rule, and the first places that break it. */
    record Violation(String rule, String where) {}

    /** The report forbids scripts; for the check, and only there, they are let in. */
    Result check(String html, Chromium.Theme theme, int width) throws IOException {
        Files.write(directory.resolve("axe.min.js"), source());
        Path page = directory.resolve("page.html");
        Files.writeString(page, POLICY.matcher(html).replaceFirst("").replace("</body>", SCRIPT + "</body>"));
        Matcher result = RESULT.matcher(chromium.dom(page, theme, width));
        if (!result.find()) {
            throw new AssertionError("axe left no result");
        }
        return result(JsonReader.object(Base64.getDecoder().decode(result.group(1))));
    }

    private static byte[] source() throws IOException {
        try (InputStream jar = Axe.class.getResourceAsStream(JAR)) {
            Properties facts = new Properties();
            facts.load(jar);
            try (InputStream axe = Axe.class.getResourceAsStream(SOURCE.formatted(facts.getProperty("version")))) {
                return axe.readAllBytes();
            }
        }
    }

    private static Result result(Map<String, Object> told) {
        List<Violation> violations = ((List<?>) told.get("violations"))
                .stream()
                        .map(violation -> (Map<?, ?>) violation)
                        .map(violation -> new Violation(
                                violation.get("rule").toString(),
                                violation.get("where").toString()))
                        .toList();
        return new Result(
                (Boolean) told.get("dark"), Integer.parseInt(told.get("passes").toString()), violations);
    }

    static String text(byte[] html) {
        return new String(html, StandardCharsets.UTF_8);
    }
}
