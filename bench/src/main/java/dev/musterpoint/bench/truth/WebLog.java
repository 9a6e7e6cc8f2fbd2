package dev.musterpoint.bench.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an independent client of a web service can say of an outage in which some of its pods failed. It asks on a new
 * connection every few milliseconds, whatever became of the requests before, and each answer names its pod and node. The first
 * victim was alive when it began what that one answered last, and dead when its first failure ended, or would have been over had
 * it been answered as late as the latest answer of all. Victims were still asked when its last failure began; as many good answers
 * in a row as here show that they were not asked any more. Single failures after that are fewer than a drill promises to see that
 * asks for a third: they raise the upper end alone, as do answers that are later than the drills allow. What comes after so long
 * without failure as makes a service whole is another outage.
 *
 * @param lower seconds from when the first victim was dead to the start of the last failure before they were not asked
 * @param upper seconds from the start of its last answer to the end of the good answers after the last that was not good
 */
record WebLog(double lower, double upper, int attempts, int failed) {
    /** Victims that still get a third of the requests would fail none of so many in one of 17,000 cases. */
    private static final int ENOUGH = 24;

    /** As above, of any run within a whole outage, and not only of the first after it: in one of 30,000. */
    private static final int OUT_OF_MANY = 40;

    /** What is good, and how long it has to last, as in the drills of the bench. */
    private static final long GOOD_WITHIN_MILLIS = 500;

    private static final long WHOLE_AFTER_MILLIS = 10_000;
    private static final double MILLIS = 1000;

    /** One request: start and end in milliseconds, and who answered, or nobody. */
    private record Line(long start, long end, String by) {
        private static Line of(String line) {
            String[] parts = line.split(" ", 4);
            long start = Long.parseLong(parts[0]);
            return new Line(start, start + Long.parseLong(parts[1]), parts[2].equals("ok") ? parts[3] : "");
        }

        private boolean isFailed() {
            return by.isEmpty();
        }

        private boolean isGood() {
            return !isFailed() && end - start <= GOOD_WITHIN_MILLIS;
        }
    }

    /** @param victim whether the one that names itself so ("POD NODE VERSION") is to fail */
    static WebLog read(Path file, Predicate<String> victim) throws IOException {
        List<Line> lines = Files.readAllLines(file).stream()
                .filter(line -> line.split(" ", 4).length == 4)
                .map(Line::of)
                .sorted(Comparator.comparingLong(Line::start))
                .toList();
        if (lines.stream().noneMatch(Line::isFailed)) {
            return new WebLog(0, 0, lines.size(), 0);
        }
        Map<String, Long> lastAnswers = lines.stream()
                .filter(line -> !line.isFailed() && victim.test(line.by()))
                .collect(Collectors.toMap(Line::by, Line::start, Math::max));
        if (lastAnswers.isEmpty()) {
            throw new IllegalStateException("no victim ever answered the client: " + file);
        }
        long alive = Collections.min(lastAnswers.values());
        List<Line> bad = outage(lines.stream()
                .filter(line -> !line.isGood() && line.end() > alive)
                .toList());
        List<Line> failed = bad.stream().filter(Line::isFailed).toList();
        long slowest = lines.stream()
                .filter(line -> !line.isFailed())
                .mapToLong(line -> line.end() - line.start())
                .max()
                .orElseThrow();
        long dead = failed.stream()
                .mapToLong(line -> Math.min(line.end(), line.start() + slowest))
                .min()
                .orElse(alive);
        long stillAsked = failed.isEmpty() ? alive : lastOfMany(lines, failed.get(0));
        long last = bad.stream().mapToLong(Line::start).max().orElse(alive);
        long notAsked = lines.stream()
                .filter(line -> line.isGood() && line.start() > last)
                .mapToLong(Line::end)
                .sorted()
                .skip(ENOUGH - 1L)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the client ended before the outage did: " + file));
        return new WebLog(
                Math.max(0, (stillAsked - dead) / MILLIS), (notAsked - alive) / MILLIS, lines.size(), failed.size());
    }

    /** When the last failure began that came before so many good answers as no victim lets through that is asked its share. */
    private static long lastOfMany(List<Line> lines, Line first) {
        long last = first.start();
        int good = 0;
        for (Line line : lines.subList(lines.indexOf(first), lines.size())) {
            good = line.isGood() ? good + 1 : 0;
            if (good == OUT_OF_MANY) {
                return last;
            }
            last = line.isFailed() ? line.start() : last;
        }
        return last;
    }

    /** Those of the first outage that has a failure, out of all in order of their start that were not good. */
    private static List<Line> outage(List<Line> bad) {
        List<Line> outage = new ArrayList<>();
        for (Line line : bad) {
            boolean whole = !outage.isEmpty()
                    && line.start() - outage.get(outage.size() - 1).start() >= WHOLE_AFTER_MILLIS;
            if (whole && outage.stream().anyMatch(Line::isFailed)) {
                return outage;
            }
            if (whole) {
                outage.clear();
            }
            outage.add(line);
        }
        return outage;
    }

    boolean overlaps(double otherLower, double otherUpper) {
        return otherLower <= upper && lower <= otherUpper;
    }

    /** Whether all that the client thinks possible lies in the other's. */
    boolean isWithin(double otherLower, double otherUpper) {
        return otherLower <= lower && upper <= otherUpper;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%6.3f, %6.3f]  %5d of %5d", lower, upper, failed, attempts);
    }
}
