package dev.musterpoint.reports;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.reports.html.HtmlReport;
import dev.musterpoint.reports.json.JsonReport;
import dev.musterpoint.reports.junit.JUnitReport;
import dev.musterpoint.reports.markdown.MarkdownReport;
import dev.musterpoint.reports.model.ReportFormat;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.ReportModelBuilder;
import dev.musterpoint.reports.model.RunFacts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders a run in every format. */
public final class Reports {
    private final List<ReportFormat> formats;

    /** With the formats of this release: HTML, JSON, JUnit XML, Markdown. */
    public Reports() {
        this(List.of(new HtmlReport(), new JsonReport(), new JUnitReport(), new MarkdownReport()));
    }

    public Reports(List<ReportFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * Reads the run once and writes every format into {@code outDir}, which is made when it is not there.
     *
     * @return the files written, by the name of their format
     * @throws UncheckedIOException when the evidence cannot be read or a file cannot be written
     */
    public Map<String, Path> renderAll(
            DrillPlan plan, EvidenceLog log, Assessment assessment, RunFacts runFacts, Path outDir) {
        ReportModel model = ReportModelBuilder.build(plan, log, assessment, runFacts);
        Map<String, Path> written = new LinkedHashMap<>();
        for (ReportFormat format : formats) {
            written.put(format.name(), write(format, model, outDir.resolve(format.fileName())));
        }
        return written;
    }

    /** Where {@link #renderAll} puts each format, whether it has or not. */
    public Map<String, Path> files(Path outDir) {
        Map<String, Path> files = new LinkedHashMap<>();
        formats.forEach(format -> files.put(format.name(), outDir.resolve(format.fileName())));
        return files;
    }

    private static Path write(ReportFormat format, ReportModel model, Path file) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                format.render(model, out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the " + format.name() + " report to " + file + ": " + e.getMessage(), e);
        }
    }
}
