package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.spi.Redactor;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** Writes one kind of record as JSON and reads it back. The bytes depend on the value alone. Thread-safe. */
public final class JsonCodec<T> {
    private final Class<T> kind;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    private JsonCodec(Class<T> kind, ObjectWriter writer, ObjectReader reader) {
        this.kind = kind;
        this.writer = writer;
        this.reader = reader;
    }

    /** One value a line, for streams. */
    public static <T> JsonCodec<T> lines(Class<T> kind) {
        ObjectMapper mapper = JsonMappers.shared();
        return new JsonCodec<>(kind, mapper.writerFor(kind), mapper.readerFor(kind));
    }

    /** Indented, for whole files that people read. */
    public static <T> JsonCodec<T> document(Class<T> kind) {
        ObjectMapper mapper = JsonMappers.shared();
        return new JsonCodec<>(kind, mapper.writerFor(kind).withDefaultPrettyPrinter(), mapper.readerFor(kind));
    }

    /** This codec, but taking secrets out of every text it writes. Numbers, times and the names of fields stay. */
    public JsonCodec<T> redacting(Redactor redactor) {
        return new JsonCodec<>(kind, writer.withAttribute(RedactedText.REDACTOR, redactor), reader);
    }

    /** The value's bytes, without a line end. */
    public byte[] encode(T value) {
        return writer.writeValueAsBytes(value);
    }

    /**
     * Reads one value.
     *
     * @param where the file (and line) the bytes are from, for the message
     * @throws EvidenceFormatException when the bytes are not such a value
     */
    public T decode(byte[] json, String where) {
        try {
            return reader.readValue(json);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new EvidenceFormatException(
                    where + ": not a valid " + kind.getSimpleName() + " (" + firstLine(e.getMessage()) + "): "
                            + excerpt(json),
                    e);
        }
    }

    private static String firstLine(String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("");
    }

    private static String excerpt(byte[] json) {
        String text = new String(json, 0, Math.min(json.length, 80), StandardCharsets.UTF_8);
        return json.length > 80 ? text + "…" : text;
    }
}
