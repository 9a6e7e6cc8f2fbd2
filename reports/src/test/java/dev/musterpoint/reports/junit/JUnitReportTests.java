package dev.musterpoint.reports.junit;

import static dev.musterpoint.reports.Documents.elements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.Documents;
import dev.musterpoint.reports.ScriptedRun;
import dev.musterpoint.reports.ScriptedRun.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitReportTests {
    private static Document read(Script script) {
        return Documents.xml(
                Documents.render(new JUnitReport(), ScriptedRun.of(script).model()));
    }

    @ParameterizedTest
    @CsvSource({
        "MET, 0, 0, 0",
        "MISSED, 2, 0, 0",
        "NOT_RECOVERED, 1, 2, 0",
        "NO_EFFECT, 0, 3, 0",
        "ABORTED, 0, 3, 0",
        "CRASHED, 1, 3, 0",
        "REFUSED, 0, 0, 3"
    })
    void onlyWhatIsMetPasses(Script script, int failures, int errors, int skipped) {
        Document xml = read(script);
        Element suite = elements(xml, "testsuite").get(0);

        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(elements(xml, "testcase")).hasSize(4);
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures));
        assertThat(suite.getAttribute("errors")).isEqualTo(String.valueOf(errors));
        assertThat(suite.getAttribute("skipped")).isEqualTo(String.valueOf(skipped));
        assertThat(elements(xml, "failure")).hasSize(failures);
        assertThat(elements(xml, "error")).hasSize(errors);
        assertThat(elements(xml, "skipped")).hasSize(skipped);
    }

    @Test
    void saysWhyAnObjectiveFailed() {
        Element failure = elements(read(Script.MISSED), "failure").get(0);

        assertThat(failure.getAttribute("type")).isEqualTo("MISSED");
        assertThat(failure.getAttribute("message").replace('\u00a0', ' '))
                .isEqualTo("Missed: between 1.43 s and 1.51 s, target within 1 s");
        assertThat(failure.getTextContent())
                .contains("read-pooled still failed")
                .contains("a_m = 16.451200 s");
    }

    @Test
    void namesTheObjectivesAndTheLongestTheyCanHaveTaken() {
        Element recovery = elements(read(Script.MET), "testcase").get(0);

        assertThat(recovery.getAttribute("classname")).isEqualTo("orders-db-failover");
        assertThat(recovery.getAttribute("name")).isEqualTo("orders recover");
        assertThat(recovery.getAttribute("time")).isEqualTo("1.5056");
    }
}
