package dev.musterpoint.reports.json;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.reports.model.Figures;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON members in the project's own terms: durations as decimal seconds, times as ISO 8601 in UTC. */
final class Json implements AutoCloseable {
    private static final TokenStreamFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    };

    private final JsonGenerator out;

    Json(OutputStream target) {
        this.out = FACTORY.createGenerator(INDENTED, target);
    }

    /** The document: one object. */
    void document(Runnable members) {
        object(members);
        out.writeRaw('\n');
    }

    private void object(Runnable members) {
        out.writeStartObject();
        members.run();
        out.writeEndObject();
    }

    void object(String name, Runnable members) {
        out.writeName(name);
        object(members);
    }

    /** An array with an object for each item. */
    <T> void objects(String name, List<T> items, Consumer<T> members) {
        out.writeArrayPropertyStart(name);
        items.forEach(item -> object(() -> members.accept(item)));
        out.writeEndArray();
    }

    void texts(String name, List<String> items) {
        out.writeArrayPropertyStart(name);
        items.forEach(item -> out.writeString(whole(item)));
        out.writeEndArray();
    }

    void text(String name, String value) {
        out.writeStringProperty(whole(name), whole(value));
    }

    void text(String name, Optional<?> value) {
        value.ifPresentOrElse(v -> text(name, v.toString()), () -> out.writeNullProperty(name));
    }

    void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    void number(String name, Optional<? extends Number> value) {
        value.ifPresentOrElse(v -> number(name, v.longValue()), () -> out.writeNullProperty(name));
    }

    void share(String name, double value) {
        out.writeNumberProperty(name, value);
    }

    void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    void nothing(String name) {
        out.writeNullProperty(name);
    }

    void seconds(String name, Optional<Duration> value) {
        value.ifPresentOrElse(
                v -> out.writeNumberProperty(name, Figures.seconds(v)), () -> out.writeNullProperty(name));
    }

    void seconds(String name, Duration value) {
        seconds(name, Optional.of(value));
    }

    /** A moment as seconds since the run started. */
    void moment(String name, Optional<Moment> value) {
        seconds(name, value.map(moment -> moment.minus(Moment.START)));
    }

    void moment(String name, Moment value) {
        moment(name, Optional.of(value));
    }

    /** An object with the bounds of an interval; null when there is none. */
    void interval(String name, Optional<Interval> value) {
        value.ifPresentOrElse(
                v -> object(name, () -> {
                    seconds("lowerSeconds", v.lower());
                    seconds("upperSeconds", v.upper());
                }),
                () -> nothing(name));
    }

    /** An object with a target and bounds that are no durations; null when there is none. */
    void quantity(String name, Optional<Quantity> value) {
        value.ifPresentOrElse(
                v -> object(name, () -> {
                    text("unit", v.unit() == Quantity.Unit.SHARE ? "share" : "perSecond");
                    decimal("atLeast", Optional.of(v.atLeast()));
                    decimal("lower", v.measured().map(Quantity.Bounds::lower));
                    decimal("upper", v.measured().flatMap(Quantity.Bounds::upper));
                }),
                () -> nothing(name));
    }

    private void decimal(String name, Optional<Double> value) {
        value.ifPresentOrElse(v -> out.writeNumberProperty(name, v), () -> nothing(name));
    }

    void time(String name, Optional<Instant> value) {
        text(name, value);
    }

    /** A lone half of a surrogate pair has no UTF-8 form; everything else is written as it is. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    @Override
    public void close() {
        out.close();
    }
}
