package dev.musterpoint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.ScriptedRun.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTests {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Script.class)
    void writesEveryFormatOfEveryKindOfRun(Script script) {
        ScriptedRun run = ScriptedRun.of(script);

        Map<String, Path> written =
                new Reports().renderAll(run.plan, run.log, run.assessment, run.facts(), directory.resolve("report"));

        assertThat(written).containsOnlyKeys("html", "json", "junit", "markdown");
        assertThat(written.values())
                .allSatisfy(file -> assertThat(Files.size(file)).isPositive());
        assertThat(written.get("html")).hasFileName("report.html");
        assertThat(written.get("json")).hasFileName("report.json");
        assertThat(written.get("junit")).hasFileName("junit.xml");
        assertThat(written.get("markdown")).hasFileName("report.md");
    }
}
