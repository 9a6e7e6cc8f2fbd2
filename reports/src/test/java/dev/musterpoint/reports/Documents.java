package dev.musterpoint.reports;

import dev.musterpoint.reports.model.ReportFormat;
import dev.musterpoint.reports.model.ReportModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Renders a model and reads the result back. */
public final class Documents {
    private Documents() {}

    public static byte[] render(ReportFormat format, ReportModel model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.render(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Parses strictly: what is not well-formed fails. The HTML report is written as well-formed XML too. */
    public static Document xml(byte[] bytes) {
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    public static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The document's text as people read it: no-break spaces are spaces, and runs of blanks are one. */
    public static String text(Document document) {
        return document.getDocumentElement()
                .getTextContent()
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }
}
