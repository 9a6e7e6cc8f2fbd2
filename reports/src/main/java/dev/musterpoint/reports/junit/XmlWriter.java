package dev.musterpoint.reports.junit;

import dev.musterpoint.reports.model.Legible;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML that holds only characters XML allows. */
final class XmlWriter {
    private final XMLStreamWriter xml;

    XmlWriter(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
    }

    void open(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Legible.clean(value));
    }

    void attribute(String name, long value) throws XMLStreamException {
        attribute(name, Long.toString(value));
    }

    void text(String value) throws XMLStreamException {
        xml.writeCharacters(Legible.clean(value));
    }

    void close() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    void end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }
}
