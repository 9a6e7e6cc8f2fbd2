package dev.musterpoint.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.ScriptedRun;
import dev.musterpoint.reports.ScriptedRun.Script;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineOutputTests {
    private static byte[] write(Script script) {
        ScriptedRun run = ScriptedRun.of(script);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MachineOutput.write(run.assessment, run.facts(), Map.of("html", Path.of("report/report.html")), out);
        return out.toByteArray();
    }

    @Test
    void hasExactlyThePromisedNames() {
        Map<String, Object> json = JsonReader.object(write(Script.MISSED));

        assertThat(json.keySet())
                .containsExactly(
                        "runId", "runDirectory", "outcome", "verdict", "cleanup", "objectives", "writes", "reports");
        assertThat(json)
                .containsEntry("runDirectory", "runs/2026-11-21T09-00-00Z-orders-db-failover")
                .containsEntry("outcome", "COMPLETED")
                .containsEntry("verdict", "MISSED")
                .containsEntry("cleanup", "CLEAN")
                .containsEntry("reports", Map.of("html", "report/report.html"));
        assertThat(json.get("writes"))
                .isEqualTo(Map.of(
                        "acknowledged", "5500", "lost", "48", "unknown", "12", "recovered", "0", "phantom", "0"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void givesDurationsInDecimalSecondsAndNullForWhatIsOpen() {
        List<Map<String, Object>> met = (List<Map<String, Object>>)
                JsonReader.object(write(Script.MISSED)).get("objectives");
        List<Map<String, Object>> open = (List<Map<String, Object>>)
                JsonReader.object(write(Script.NOT_RECOVERED)).get("objectives");

        assertThat(met.get(0).keySet())
                .containsExactly(
                        "name", "kind", "targetSeconds", "lowerSeconds", "upperSeconds", "quantity", "verdict");
        assertThat(met.get(0))
                .containsEntry("kind", "recoveryTime")
                .containsEntry("targetSeconds", "1")
                .containsEntry("lowerSeconds", "1.4392")
                .containsEntry("upperSeconds", "1.5056");
        assertThat(met.get(2)).containsEntry("targetSeconds", null).containsEntry("lowerSeconds", null);
        assertThat(open.get(0)).containsEntry("lowerSeconds", "72.938").containsEntry("upperSeconds", null);
    }

    @Test
    @SuppressWarnings("unchecked")
    void saysNullAndNotZeroOfWhatWasNotReadBack() {
        assertThat((Map<String, Object>)
                        JsonReader.object(write(Script.NOT_RECOVERED)).get("writes"))
                .containsEntry("acknowledged", "2380")
                .containsEntry("lost", null);
        assertThat((Map<String, Object>)
                        JsonReader.object(write(Script.CRASHED)).get("writes"))
                .containsEntry("acknowledged", null)
                .containsEntry("lost", null);
    }

    @Test
    void endsWithALineEnd() {
        assertThat(new String(write(Script.MET), StandardCharsets.UTF_8)).endsWith("}\n");
    }
}
