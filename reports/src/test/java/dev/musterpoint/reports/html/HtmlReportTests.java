package dev.musterpoint.reports.html;

import static dev.musterpoint.reports.Documents.elements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.Documents;
import dev.musterpoint.reports.ScriptedRun;
import dev.musterpoint.reports.ScriptedRun.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTests {
    private static final List<String> ALL_SECTIONS = List.of(
            "1 Verdict",
            "2 Authority",
            "3 Scope and objectives",
            "5 Preconditions",
            "6 Timeline",
            "7 Steps",
            "8 Recovery time",
            "9 Data loss",
            "10 Proof that the fault happened",
            "11 Deviations and issues",
            "15 Evidence manifest",
            "16 Sign-off and how to verify",
            "17 Method and limits",
            "19 What the systems noted");

    private static byte[] bytes(ScriptedRun run) {
        return Documents.render(new HtmlReport(), run.model());
    }

    private static Document page(Script script) {
        return Documents.xml(bytes(ScriptedRun.of(script)));
    }

    private static List<String> headings(Document page) {
        return elements(page, "h2").stream().map(Element::getTextContent).toList();
    }

    @Test
    void hasTheSectionsInTheirOrder() {
        assertThat(headings(page(Script.MISSED))).containsExactlyElementsOf(ALL_SECTIONS);
    }

    @Test
    void leavesOutWhatHasNoContent() {
        assertThat(headings(page(Script.REFUSED)))
                .doesNotContain("5 Preconditions", "8 Recovery time")
                .contains("2 Authority", "11 Deviations and issues", "17 Method and limits");
    }

    @Test
    void saysWhatWasMeasuredAndHow() {
        String text = Documents.text(page(Script.MISSED));

        assertThat(text)
                .contains("between 1.43 s and 1.51 s")
                .contains("target: within 1 s")
                .contains("at least 439 ms over")
                .contains("U = c_1 − T0⁻ = 1.505600 s")
                .contains("The service was still failing 1.43 s after the fault and was back for good by 1.51 s")
                .contains("between 231 ms and 263 ms")
                .contains("0/583/0")
                .contains("and 45 more")
                .contains("muster verify runs/2026-11-21T09-00-00Z-orders-db-failover")
                .contains("pid 5120 is gone")
                .contains("ab12cd34".repeat(8))
                .contains("4be1".repeat(16))
                .contains("c0ffee42".repeat(8))
                .contains("built in: sandboxes only")
                .contains("Sandbox run.")
                .contains("σ = 2θ + tick45 ms");
    }

    @Test
    void saysWhichStepsDidNotRunAndWhy() {
        assertThat(Documents.text(page(Script.MISSED)))
                .contains("Not run nobody was there; declared for that: skip")
                .contains("3 of 4 steps done");
    }

    @Test
    void saysNothingOfSandboxesInARealRun() {
        String text = Documents.text(Documents.xml(bytes(ScriptedRun.outside(Script.MET))));

        assertThat(text).doesNotContain("Sandbox run.").doesNotContain("evidences nothing");
    }

    @Test
    void saysUnknownAndNotZeroWhenNothingWasReadBack() {
        assertThat(Documents.text(page(Script.NOT_RECOVERED)))
                .contains("so what was lost is unknown, not zero")
                .contains("Lost (A ∖ R)unknown")
                .contains("at least 72.9 s");
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void standsAlone(Script script) {
        String html = new String(bytes(ScriptedRun.of(script)), StandardCharsets.UTF_8);

        assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("<script").doesNotContain("@import");
        assertThat(html.replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:")
                .doesNotContain("https:");
        assertThat(html).contains("default-src 'none'");
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void canBeReadByAScreenReader(Script script) {
        Document page = page(script);

        assertThat(elements(page, "h1")).hasSize(1);
        assertThat(elements(page, "th"))
                .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("col", "row"));
        assertThat(elements(page, "table")).allSatisfy(table -> assertThat(
                        table.getElementsByTagName("caption").getLength())
                .isOne());
        assertThat(elements(page, "svg")).allSatisfy(HtmlReportTests::isNamedOrHidden);
        assertThat(ids(page)).doesNotHaveDuplicates();
        assertThat(ids(page)).containsAll(references(page));
    }

    private static void isNamedOrHidden(Element svg) {
        boolean hidden = svg.getAttribute("aria-hidden").equals("true");
        assertThat(hidden || svg.getAttribute("role").equals("img")).isTrue();
        assertThat(hidden || !svg.getAttribute("aria-labelledby").isEmpty()).isTrue();
    }

    private static List<String> ids(Document page) {
        return elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static List<String> references(Document page) {
        Stream<String> labels = elements(page, "*").stream()
                .flatMap(element ->
                        Stream.of(element.getAttribute("aria-labelledby").split(" ")));
        Stream<String> links =
                elements(page, "a").stream().map(a -> a.getAttribute("href").substring(1));
        return Stream.concat(labels, links).filter(id -> !id.isEmpty()).toList();
    }

    @Test
    void givesTheSameBytesForTheSameRun() {
        assertThat(bytes(ScriptedRun.of(Script.MISSED))).isEqualTo(bytes(ScriptedRun.of(Script.MISSED)));
    }
}
