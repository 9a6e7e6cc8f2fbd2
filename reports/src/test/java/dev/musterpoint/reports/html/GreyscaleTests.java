package dev.musterpoint.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.Documents;
import dev.musterpoint.reports.RichModel;
import dev.musterpoint.reports.ScriptedRun.Script;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a chart tells by colour it also tells by pattern, outline or dash; and each mark is named in words beside it. */
class GreyscaleTests {
    private final String html = Axe.text(Documents.render(new HtmlReport(), RichModel.of(Script.MISSED)));
    private final Document page = Documents.xml(html.getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({
        "rect.bad, fill: url(#bad-fill)",
        "rect.unknown, fill: url(#unknown-fill)",
        "rect.planned, stroke-dasharray",
        ".key .ground, fill: none; stroke: var(--line)",
        ".chart .between, fill: url(#between-fill)"
    })
    void marksDifferInMoreThanColour(String mark, String look) {
        assertThat(html.lines().filter(line -> line.contains(mark + " {")))
                .hasSize(1)
                .allSatisfy(rule -> assertThat(rule).contains(look));
    }

    @Test
    void thePatternsAreThere() {
        Set<String> patterns = Documents.elements(page, "pattern").stream()
                .map(pattern -> pattern.getAttribute("id"))
                .collect(Collectors.toSet());

        assertThat(patterns).containsExactlyInAnyOrder("bad-fill", "unknown-fill", "between-fill");
    }

    @Test
    void everyMarkIsNamedInItsChartsCaption() {
        assertThat(Documents.elements(page, "figure")).hasSize(4).allSatisfy(figure -> {
            Set<String> drawn =
                    classes((Element) figure.getElementsByTagName("div").item(0));
            Set<String> named =
                    classes((Element) figure.getElementsByTagName("figcaption").item(0));
            assertThat(named).containsAll(drawn);
        });
    }

    @Test
    void everyVerdictHasAShapeAndAWord() {
        assertThat(Documents.elements(page, "article")).hasSize(7).allSatisfy(article -> {
            Element tag = (Element) article.getElementsByTagName("span").item(0);
            assertThat(tag.getTextContent().strip()).isIn("Met", "Missed", "Indeterminate");
            assertThat(tag.getElementsByTagName("path").getLength()).isPositive();
        });
    }

    private static Set<String> classes(Element part) {
        var rects = part.getElementsByTagName("rect");
        return Stream.iterate(0, i -> i < rects.getLength(), i -> i + 1)
                .map(i -> ((Element) rects.item(i)).getAttribute("class"))
                .filter(mark -> !Set.of("proven", "between", "").contains(mark))
                .collect(Collectors.toSet());
    }
}
