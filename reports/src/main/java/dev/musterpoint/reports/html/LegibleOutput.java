package dev.musterpoint.reports.html;

import dev.musterpoint.reports.model.Legible;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes what templates give, without the characters that no document may hold. Escaping has been done before. */
final class LegibleOutput implements TemplateOutput {
    private final Writer writer;

    LegibleOutput(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void writeContent(String value) {
        try {
            writer.write(Legible.clean(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writeContent(String value, int beginIndex, int endIndex) {
        writeContent(value.substring(beginIndex, endIndex));
    }
}
