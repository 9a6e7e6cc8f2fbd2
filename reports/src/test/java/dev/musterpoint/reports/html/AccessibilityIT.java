package dev.musterpoint.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.Documents;
import dev.musterpoint.reports.RichModel;
import dev.musterpoint.reports.ScriptedRun.Script;
import dev.musterpoint.reports.html.Chromium.Theme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "MISSED, LIGHT, 1280",
        "MISSED, DARK, 1280",
        "MISSED, LIGHT, 500",
        "MET, DARK, 1280",
        "NOT_RECOVERED, LIGHT, 1280",
        "NOT_RECOVERED, DARK, 500",
        "CRASHED, LIGHT, 1280",
        "CRASHED, DARK, 1280",
        "REFUSED, LIGHT, 500"
    })
    void breaksNoRule(Script script, Theme theme, int width) throws IOException {
        Axe.Result result = axe.check(report(script), theme, width);

        assertThat(result.violations()).isEmpty();
        assertThat(result.passes()).isGreaterThan(20);
        assertThat(result.dark()).isEqualTo(theme == Theme.DARK);
    }

    @Test
    void findsWhatIsPlanted() throws IOException {
        String planted = "<img src=\"data:,\"/><p style=\"color: #bbb; background: #fff\">pale</p></main>";

        Axe.Result result = axe.check(report(Script.MET).replace("</main>", planted), Theme.LIGHT, WIDE);

        assertThat(result.violations()).extracting(Axe.Violation::rule).contains("image-alt", "color-contrast");
    }

    @Test
    void findsATableThatKeysCannotScroll() throws IOException {
        String unreachable = report(Script.MISSED).replace(" tabindex=\"0\"", "");

        Axe.Result result = axe.check(unreachable, Theme.LIGHT, NARROW);

        assertThat(result.violations()).extracting(Axe.Violation::rule).contains("scrollable-region-focusable");
    }
}
