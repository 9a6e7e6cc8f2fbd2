package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spi.Redactor;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Writes texts, without the secrets in them where the writer was given a redactor. Done before a text becomes JSON: there
 * a secret with a quote in it looks different, and one that is all digits looks like any number.
 */
final class RedactedText extends StdScalarSerializer<String> {
    static final Object REDACTOR = Redactor.class;

    RedactedText() {
        super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator out, SerializationContext context) {
        Object redactor = context.getAttribute(REDACTOR);
        out.writeString(redactor == null ? value : ((Redactor) redactor).redact(value));
    }
}
