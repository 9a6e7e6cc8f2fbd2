package dev.musterpoint.programme.policy;

import dev.musterpoint.drills.codec.Fields;
import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.plan.FreezeWindow;
import dev.musterpoint.drills.plan.WeeklyWindow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code freeze:} and {@code windows:}. Each names its time zone: a time without one is a time nowhere. */
final class WindowReader {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private WindowReader() {}

    static List<FreezeWindow> freezes(List<Fields> items) {
        return items.stream().flatMap(fields -> freeze(fields).stream()).toList();
    }

    static List<WeeklyWindow> windows(List<Fields> items) {
        return items.stream().flatMap(fields -> window(fields).stream()).toList();
    }

    private static Optional<FreezeWindow> freeze(Fields fields) {
        fields.require("from", "to", "timeZone", "why");
        Optional<LocalDateTime> from = fields.parsed("from", WindowReader::moment);
        Optional<LocalDateTime> to = fields.parsed("to", WindowReader::moment);
        Optional<ZoneId> zone = fields.parsed("timeZone", WindowReader::zone);
        Optional<String> why = fields.line("why");
        fields.finish();
        if (from.isEmpty() || to.isEmpty() || zone.isEmpty() || why.isEmpty()) {
            return Optional.empty();
        }
        if (!to.get().isAfter(from.get())) {
            fields.problem("'to' must be later than 'from'");
            return Optional.empty();
        }
        return Optional.of(new FreezeWindow(from.get(), to.get(), zone.get(), why.get()));
    }

    private static Optional<WeeklyWindow> window(Fields fields) {
        fields.require("days", "from", "to", "timeZone");
        List<DayOfWeek> days = fields.parsedItems("days", WindowReader::days).stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        Optional<LocalTime> from = fields.parsed("from", WindowReader::time);
        Optional<LocalTime> to = fields.parsed("to", WindowReader::time);
        Optional<ZoneId> zone = fields.parsed("timeZone", WindowReader::zone);
        fields.finish();
        if (from.isEmpty() || to.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        if (days.isEmpty()) {
            fields.problem("'days' must name a day, such as [MON..THU]");
            return Optional.empty();
        }
        return Optional.of(new WeeklyWindow(days, from.get(), to.get(), zone.get()));
    }

    /** {@code MON}, or {@code MON..THU}, which may go round the end of the week. */
    private static List<DayOfWeek> days(String text) {
        String[] ends = text.split("\\.\\.", 2);
        DayOfWeek last = day(ends[ends.length - 1]);
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day = day(ends[0]); day != last; day = day.plus(1)) {
            days.add(day);
        }
        days.add(last);
        return days;
    }

    private static DayOfWeek day(String text) {
        int index = DAYS.indexOf(text.strip().toUpperCase(Locale.ROOT));
        if (index < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no day; write " + String.join(", ", DAYS) + ", or a range such as MON..THU");
        }
        return DayOfWeek.of(index + 1);
    }

    private static LocalDateTime moment(String text) {
        return parsed(text, LocalDateTime::parse, "is no date and time; write one such as 2026-12-20T00:00");
    }

    /** {@code 24:00} is the end of the day, which is the beginning of the next. */
    private static LocalTime time(String text) {
        return text.equals("24:00")
                ? LocalTime.MIDNIGHT
                : parsed(text, LocalTime::parse, "is no time of day; write one such as \"09:00\"");
    }

    private static ZoneId zone(String text) {
        return parsed(
                text,
                ZoneId::of,
                "is no time zone; write one such as Europe/Berlin or UTC"
                        + Nearest.hint(text, ZoneId.getAvailableZoneIds()));
    }

    private static <T> T parsed(String text, Function<String, T> parser, String otherwise) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' " + otherwise, e);
        }
    }
}
