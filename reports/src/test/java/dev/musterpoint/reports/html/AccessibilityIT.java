package dev.musterpoint.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.Documents;
import dev.musterpoint.reports.RichModel;
import dev.musterpoint.reports.ScriptedRun.Script;
import dev.musterpoint.reports.html.Axe.Page;
import dev.musterpoint.reports.html.Chromium.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole report under axe-core, with every rule it has, in both themes, wide and narrow. */
class AccessibilityIT {
    private static final int WIDE = 1280;
    private static final int NARROW = 500;

    @TempDir
    private Path directory;

    private Axe axe;

    @BeforeEach
    void startChromium() throws IOException {
        axe = new Axe(Chromium.orSkip(directory), directory);
    }

    private static String report(Script script) {
        return Axe.text(Documents.render(new HtmlReport(), RichModel.of(script)));
    }

    private static Page page(Script script, int width) {
        return new Page(report(script), width);
    }

    @Test
    void breaksNoRuleInLight() throws IOException {
        assertBreaksNoRule(
                Theme.LIGHT,
                page(Script.MISSED, WIDE),
                page(Script.MISSED, NARROW),
                page(Script.NOT_RECOVERED, WIDE),
                page(Script.CRASHED, WIDE),
                page(Script.REFUSED, NARROW));
    }

    @Test
    void breaksNoRuleInDark() throws IOException {
        assertBreaksNoRule(
                Theme.DARK,
                page(Script.MISSED, WIDE),
                page(Script.MET, WIDE),
                page(Script.NOT_RECOVERED, NARROW),
                page(Script.CRASHED, WIDE));
    }

    private void assertBreaksNoRule(Theme theme, Page... pages) throws IOException {
        assertThat(axe.check(List.of(pages), theme)).hasSize(pages.length).allSatisfy(result -> {
            assertThat(result.violations()).isEmpty();
            assertThat(result.passes()).isGreaterThan(20);
            assertThat(result.dark()).isEqualTo(theme == Theme.DARK);
        });
    }

    @Test
    void findsWhatIsPlanted() throws IOException {
        String pale = "<img src=\"data:,\"/><p style=\"color: #bbb; background: #fff\">pale</p></main>";
        String unreachable = report(Script.MISSED).replace(" tabindex=\"0\"", "");

        List<Axe.Result> results = axe.check(
                List.of(
                        new Page(report(Script.MET).replace("</main>", pale), WIDE),
                        page(Script.MET, WIDE),
                        new Page(unreachable, NARROW)),
                Theme.LIGHT);

        assertThat(results.get(0).violations()).extracting(Axe.Violation::rule).contains("image-alt", "color-contrast");
        assertThat(results.get(1).violations()).as("another page's").isEmpty();
        assertThat(results.get(2).violations())
                .as("a table that keys cannot scroll")
                .extracting(Axe.Violation::rule)
                .contains("scrollable-region-focusable");
    }
}
