package dev.musterpoint.reports.html;

import dev.musterpoint.reports.model.ReportFormat;
import dev.musterpoint.reports.model.ReportModel;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The report as one HTML file that needs nothing else: no script, no font, no picture, no network. */
public final class HtmlReport implements ReportFormat {
    private static final String TEMPLATES = "dev.musterpoint.reports.templates";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public void render(ReportModel model, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            templates.render("report.jte", model, new LegibleOutput(writer));
        } catch (TemplateException | UncheckedIOException e) {
            throw ioException(e);
        }
        writer.flush();
    }

    /** What could not be written, which templates wrap; anything else as it is. */
    private static IOException ioException(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failure) {
                return failure;
            }
        }
        throw e;
    }
}
