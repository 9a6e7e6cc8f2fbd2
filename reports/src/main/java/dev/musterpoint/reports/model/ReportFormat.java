package dev.musterpoint.reports.model;

import java.io.IOException;
import java.io.OutputStream;

/** One form in which a report is written. A pure function of the model: the same model gives the same bytes. */
public interface ReportFormat {
    /** The format's name in machine output, such as {@code html}. */
    String name();

    /** The file it is written to, below the run's report directory. */
    String fileName();

    /** Writes the whole document; does not close {@code out}. */
    void render(ReportModel model, OutputStream out) throws IOException;
}
