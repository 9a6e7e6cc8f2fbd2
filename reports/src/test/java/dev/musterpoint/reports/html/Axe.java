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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs axe-core over pages, in Chromium. */
final class Axe {
    private static final String JAR = "/META-INF/maven/org.webjars.npm/axe-core/pom.properties";
    private static final String SOURCE = "/META-INF/resources/webjars/axe-core/%s/axe.min.js";
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");
    private static final Pattern RESULT = Pattern.compile("<pre>(\\d+):([A-Za-z0-9+/=]+)</pre>");
    private static final int HEIGHT = 1000;
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
              const text = btoa(unescape(encodeURIComponent(JSON.stringify(told))));
              parent.postMessage(name + ':' + text, '*');
            });
            </script>
            """;
    /** Holds the pages: to start a browser for each costs more than to examine it. */
    private static final String FRAMES = """
            <!doctype html>
            <meta name="color-scheme" content="light dark">
            <script>
            addEventListener('message', message => {
              const out = document.createElement('pre');
              out.textContent = message.data;
              document.body.appendChild(out);
            });
            </script>
            <body>%s</body>
            """;

    private static final String FRAME =
            "<iframe name=\"%1$d\" src=\"page-%1$d.html\" width=\"%2$d\" height=\"%3$d\"></iframe>";

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

    /** A page, and the width of its window. */
    record Page(String html, int width) {}

    /** What axe found in each of the pages. */
    List<Result> check(List<Page> pages, Chromium.Theme theme) throws IOException {
        Files.write(directory.resolve("axe.min.js"), source());
        StringBuilder frames = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            Files.writeString(
                    directory.resolve("page-" + i + ".html"),
                    withAxe(pages.get(i).html()));
            frames.append(FRAME.formatted(i, pages.get(i).width(), HEIGHT));
        }
        Path all = Files.writeString(directory.resolve("pages.html"), FRAMES.formatted(frames));
        SortedMap<Integer, Result> results = results(chromium.dom(all, theme));
        if (results.size() != pages.size()) {
            throw new AssertionError("axe left results of " + results.keySet() + " of " + pages.size() + " pages");
        }
        return List.copyOf(results.values());
    }

    /** The report forbids scripts; for the check, and only there, they are let in. */
    private static String withAxe(String html) {
        return POLICY.matcher(html).replaceFirst("").replace("</body>", SCRIPT + "</body>");
    }

    private static SortedMap<Integer, Result> results(String dom) {
        SortedMap<Integer, Result> results = new TreeMap<>();
        Matcher each = RESULT.matcher(dom);
        while (each.find()) {
            byte[] told = Base64.getDecoder().decode(each.group(2));
            results.put(Integer.parseInt(each.group(1)), result(JsonReader.object(told)));
        }
        return results;
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
