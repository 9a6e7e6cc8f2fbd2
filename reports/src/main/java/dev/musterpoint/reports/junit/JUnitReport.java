package dev.musterpoint.reports.junit;

import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.ReportFormat;
import dev.musterpoint.reports.model.ReportModel;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * The objectives as test cases, and one more for what the run left behind. What has no verdict is an error: a CI system
 * that saw it skipped would show it as green.
 */
public final class JUnitReport implements ReportFormat {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String fileName() {
        return "junit.xml";
    }

    @Override
    public void render(ReportModel model, OutputStream out) throws IOException {
        try {
            XmlWriter xml = new XmlWriter(out);
            suites(model, xml);
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException("the JUnit report could not be written: " + e.getMessage(), e);
        }
    }

    private static void suites(ReportModel model, XmlWriter xml) throws XMLStreamException {
        List<ObjectiveView> objectives = model.conclusion().objectives();
        List<Result> results = objectives.stream().map(o -> Result.of(o, model)).toList();
        Result cleanUp = Result.of(model.assessment().cleanUp());
        xml.open("testsuites");
        xml.open("testsuite");
        xml.attribute("name", model.plan().spec().metadata().name());
        xml.attribute("tests", objectives.size() + 1);
        xml.attribute("failures", count(results, cleanUp, Result.Kind.FAILURE));
        xml.attribute("errors", count(results, cleanUp, Result.Kind.ERROR));
        xml.attribute("skipped", count(results, cleanUp, Result.Kind.SKIPPED));
        xml.attribute("time", seconds(model.cover().length().orElse(Duration.ZERO)));
        if (model.cover().started().isPresent()) {
            xml.attribute("timestamp", model.cover().started().get().toString());
        }
        properties(model, xml);
        for (int i = 0; i < results.size(); i++) {
            testCase(model, objectives.get(i).name(), time(objectives.get(i)), results.get(i), xml);
        }
        testCase(model, "nothing is left behind", Duration.ZERO, cleanUp, xml);
        xml.close();
        xml.close();
    }

    private static long count(List<Result> results, Result cleanUp, Result.Kind kind) {
        return results.stream().filter(result -> result.kind() == kind).count() + (cleanUp.kind() == kind ? 1 : 0);
    }

    private static void properties(ReportModel model, XmlWriter xml) throws XMLStreamException {
        xml.open("properties");
        property("runId", model.runFacts().runId(), xml);
        property("runDirectory", model.runFacts().directory(), xml);
        property("outcome", model.assessment().outcome().name(), xml);
        property("verdict", model.assessment().verdict().name(), xml);
        property("cleanup", model.assessment().cleanUp().name(), xml);
        if (model.failback().isPresent()) {
            property("failback", model.failback().get().ending(), xml);
        }
        property("planDigest", model.cover().planDigest(), xml);
        property("sandbox", String.valueOf(model.cover().sandboxed()), xml);
        xml.close();
    }

    private static void property(String name, String value, XmlWriter xml) throws XMLStreamException {
        xml.open("property");
        xml.attribute("name", name);
        xml.attribute("value", value);
        xml.close();
    }

    private static void testCase(ReportModel model, String name, Duration time, Result result, XmlWriter xml)
            throws XMLStreamException {
        xml.open("testcase");
        xml.attribute("classname", model.plan().spec().metadata().name());
        xml.attribute("name", name);
        xml.attribute("time", seconds(time));
        if (result.kind() != Result.Kind.PASSED) {
            xml.open(result.kind().element());
            xml.attribute("type", result.type());
            xml.attribute("message", result.message());
            xml.text(result.text());
            xml.close();
        }
        xml.close();
    }

    /** The upper bound of what was measured: the longest it can have taken. */
    private static Duration time(ObjectiveView objective) {
        return objective
                .measured()
                .map(measured -> measured.upper().orElse(measured.lower()))
                .orElse(Duration.ZERO);
    }

    private static String seconds(Duration duration) {
        return Figures.seconds(duration).toPlainString();
    }
}
