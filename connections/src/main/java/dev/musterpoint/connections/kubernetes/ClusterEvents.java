package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.evidence.SystemEvent;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventSeries;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A cluster's own events and times, in our terms. */
final class ClusterEvents {
    private ClusterEvents() {}

    /** Empty for one without a time or a reason. One that came again and again counts when it came last. */
    static Optional<SystemEvent> of(Event event) {
        String reason = Objects.requireNonNullElse(event.getReason(), "");
        if (reason.isBlank()) {
            return Optional.empty();
        }
        return last(event).map(at -> new SystemEvent(at, subject(event.getInvolvedObject()), reason, detail(event)));
    }

    /** The time that the API server wrote down; empty for none, or for one that is no time. */
    static Optional<Instant> time(String written) {
        try {
            return Optional.ofNullable(written)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> last(Event event) {
        return Optional.ofNullable(event.getSeries())
                .map(EventSeries::getLastObservedTime)
                .map(MicroTime::getTime)
                .or(() -> Optional.ofNullable(event.getLastTimestamp()))
                .or(() -> Optional.ofNullable(event.getEventTime()).map(MicroTime::getTime))
                .or(() -> Optional.ofNullable(event.getFirstTimestamp()))
                .flatMap(ClusterEvents::time);
    }

    private static String subject(ObjectReference of) {
        String namespace = Objects.requireNonNullElse(of.getNamespace(), "");
        String kind = Objects.requireNonNullElse(of.getKind(), "object").toLowerCase(Locale.ROOT);
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + of.getName();
    }

    private static String detail(Event event) {
        String message = Objects.requireNonNullElse(event.getMessage(), "").strip();
        int times = Optional.ofNullable(event.getSeries())
                .map(EventSeries::getCount)
                .or(() -> Optional.ofNullable(event.getCount()))
                .orElse(1);
        return times > 1 ? message + " (" + times + " times)" : message;
    }
}
