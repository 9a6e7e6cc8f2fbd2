package dev.musterpoint.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.Documents;
import dev.musterpoint.reports.ScriptedRun;
import dev.musterpoint.reports.ScriptedRun.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonReportTests {
    private static Map<String, Object> read(Script script) {
        return JsonReader.object(
                Documents.render(new JsonReport(), ScriptedRun.of(script).model()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.get(name);
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void hasTheSameShapeForEveryRun(Script script) {
        assertThat(read(script).keySet())
                .containsExactly(
                        "format",
                        "cover",
                        "outcome",
                        "verdict",
                        "cleanup",
                        "conclusion",
                        "objectives",
                        "lanes",
                        "billed",
                        "phases",
                        "writes",
                        "issues",
                        "baseline",
                        "steps",
                        "setupAndTeardown",
                        "timeline",
                        "timelineLeftOut",
                        "faults",
                        "forecasts",
                        "removals",
                        "problems",
                        "noted",
                        "evidence",
                        "method");
    }

    @Test
    void holdsEveryFinding() {
        Map<String, Object> json = read(Script.MISSED);

        assertThat(json).containsEntry("format", "musterpoint.dev/report/v1");
        assertThat(list(json, "objectives")).hasSize(3);
        assertThat(list(json, "objectives").get(0))
                .containsEntry("marginSeconds", "-0.4392")
                .containsEntry("verdict", "MISSED");
        assertThat(list(json, "lanes")).hasSize(2);
        assertThat(list(json, "billed")).hasSize(4);
        assertThat(list(json, "billed").get(3))
                .containsEntry("tookSeconds", "0.8")
                .containsEntry("beforeBackSeconds", "0.3056");
        assertThat(list(json, "writes").get(0)).containsEntry("lost", "48");
        assertThat(list(json, "issues").get(0)).containsEntry("code", "POOL_SLOW");
        assertThat(list(json, "steps").get(1)).containsEntry("outcome", "NOT_RUN");
        assertThat(list(json, "faults").get(0))
                .containsEntry("askedForAtSeconds", "15")
                .containsEntry("effectSeenAtSeconds", "15.012");
        assertThat(list(json, "timeline").get(0)).containsEntry("at", "2026-11-21T09:00:00Z");
    }
}
