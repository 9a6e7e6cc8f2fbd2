package dev.musterpoint.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.Documents;
import dev.musterpoint.reports.ScriptedRun;
import dev.musterpoint.reports.ScriptedRun.Script;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2 counts it, of every text colour on every ground it stands on, in both themes. */
class ContrastTests {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    private final String html = new String(
            Documents.render(new HtmlReport(), ScriptedRun.of(Script.MISSED).model()), StandardCharsets.UTF_8);

    private Map<String, String> theme(boolean dark) {
        int split = html.indexOf("prefers-color-scheme: dark");
        Map<String, String> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(dark ? html.substring(split) : html.substring(0, split));
        while (matcher.find()) {
            colours.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, card",
        "soft, paper",
        "soft, card",
        "link, paper",
        "good-ink, paper",
        "bad-ink, paper",
        "unclear-ink, paper",
        "void-ink, paper",
        "ink, good-wash",
        "ink, bad-wash",
        "ink, unclear-wash",
        "ink, void-wash",
        "soft, good-wash",
        "soft, bad-wash",
        "soft, unclear-wash",
        "soft, void-wash"
    })
    void textIsReadable(String ink, String ground) {
        for (boolean dark : new boolean[] {false, true}) {
            Map<String, String> colours = theme(dark);
            assertThat(contrast(colours.get(ink), colours.get(ground)))
                    .as(ink + " on " + ground + (dark ? ", dark" : ", light"))
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({"bad, good", "bad, track", "bad, kept", "done, paper", "unknown-dot, unknown"})
    void shapesAreToldApartByLightnessAlone(String one, String other) {
        for (boolean dark : new boolean[] {false, true}) {
            Map<String, String> colours = theme(dark);
            double least = one.equals("bad") && other.equals("kept") ? 1.6 : SHAPE;
            assertThat(contrast(colours.get(one), colours.get(other)))
                    .as(one + " beside " + other + (dark ? ", dark" : ", light"))
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
