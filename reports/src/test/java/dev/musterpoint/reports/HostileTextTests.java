package dev.musterpoint.reports;

import static dev.musterpoint.reports.Documents.elements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.ScriptedRun.Script;
import dev.musterpoint.reports.html.HtmlReport;
import dev.musterpoint.reports.json.JsonReader;
import dev.musterpoint.reports.json.JsonReport;
import dev.musterpoint.reports.json.MachineOutput;
import dev.musterpoint.reports.junit.JUnitReport;
import dev.musterpoint.reports.markdown.MarkdownReport;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every text of plan, evidence and assessment is somebody's input; none may become markup, nor break a document. */
class HostileTextTests {
    private static final String ATTACK =
            "</title></style><script>alert(1)</script>\"'`<img src=x onerror=y>&amp;]]>-->{{7*7}}${1}\u202e😀";
    private static final String BROKEN = "\u0000\u0007\u001b[2J\ud800\uffff\n\r\t";

    private static ScriptedRun run(Script script, String suffix) {
        Map<String, String> made = new HashMap<>();
        UnaryOperator<String> text = plain -> made.computeIfAbsent(plain, key -> key + suffix);
        return ScriptedRun.with(script, text);
    }

    private static Document html(ScriptedRun run) {
        return Documents.xml(Documents.render(new HtmlReport(), run.model()));
    }

    private static List<String> shape(Document document) {
        return elements(document, "*").stream().map(Element::getTagName).toList();
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void changesNoElementOfThePage(Script script) {
        Document page = html(run(script, ATTACK + BROKEN));

        assertThat(shape(page)).isEqualTo(shape(html(ScriptedRun.of(script))));
        assertThat(page.getDocumentElement().getTextContent())
                .contains("<script>alert(1)</script>")
                .doesNotContain("\u202e")
                .contains("\ufffd");
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void addsNoAttributeToThePage(Script script) {
        assertThat(elements(html(run(script, ATTACK)), "*"))
                .allSatisfy(
                        element -> assertThat(element.hasAttribute("onerror")).isFalse());
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void comesBackWholeFromJson(Script script) {
        ScriptedRun run = run(script, ATTACK + "\u0000\u0007");

        Map<String, Object> report = JsonReader.object(Documents.render(new JsonReport(), run.model()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MachineOutput.write(run.assessment, run.facts(), Map.of("html", Path.of("r")), out);

        assertThat(report.get("cover"))
                .extracting("title")
                .isEqualTo("The orders database loses its primary" + ATTACK + "\u0000\u0007");
        assertThat(JsonReader.object(out.toByteArray())).containsEntry("runId", run.runId());
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void isJsonEvenWithHalfACharacter(Script script) {
        byte[] json = Documents.render(new JsonReport(), run(script, BROKEN).model());

        assertThat(JsonReader.object(json)).containsKey("cover");
        assertThat(new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void isTextAloneInJUnitXml(Script script) {
        Document xml = Documents.xml(
                Documents.render(new JUnitReport(), run(script, ATTACK + BROKEN).model()));

        Document plain = Documents.xml(
                Documents.render(new JUnitReport(), ScriptedRun.of(script).model()));
        assertThat(shape(xml)).isEqualTo(shape(plain));
        assertThat(elements(xml, "testcase").get(0).getAttribute("name")).startsWith("orders recover</title>");
    }

    /** Everything that opens markup is escaped, but in the indented blocks, where nothing is markup. */
    @ParameterizedTest
    @EnumSource(Script.class)
    void isNoMarkupInMarkdown(Script script) {
        String page = markdown(run(script, ATTACK + BROKEN));

        assertThat(page.lines().filter(line -> !line.startsWith("    ")))
                .noneMatch(line -> line.matches(".*(?<!\\\\)<.*"))
                .noneMatch(line -> line.matches(".*(?<!\\\\)\\[.*"));
        assertThat(page)
                .contains("\\<script\\>alert(1)")
                .doesNotContain("\u202e")
                .doesNotContain("\u001b");
        assertThat(blocks(page)).isEqualTo(blocks(markdown(ScriptedRun.of(script))));
    }

    private static String markdown(ScriptedRun run) {
        return new String(Documents.render(new MarkdownReport(), run.model()), StandardCharsets.UTF_8);
    }

    /** What kind of block each line belongs to, told by how it begins, and the cells of tables. */
    private static List<String> blocks(String page) {
        return page.lines()
                .filter(line -> !line.startsWith("    "))
                .map(line -> line.startsWith("|")
                        ? "row of " + line.split("(?<!\\\\)\\|").length
                        : line.replaceAll("[^#-].*", ""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void longNamesAreShortenedInChartsAndWholeInText(Script script) {
        Document page = html(run(script, "x".repeat(10_000)));

        assertThat(elements(page, "text"))
                .allSatisfy(label -> assertThat(label.getTextContent().length()).isLessThan(60));
        assertThat(page.getDocumentElement().getTextContent()).contains("orders recover" + "x".repeat(10_000));
    }
}
