package dev.musterpoint.bench.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the independent client can say of an outage in which one of two instances failed. The instance was alive when the
 * client began what it answered last, and dead when the client first failed. It was still asked when the client's last
 * failure began; with every other connection going to it, twenty good answers in a row show that it was not asked any more.
 *
 * @param lower seconds from the end of the first failure to the start of the last
 * @param upper seconds from the start of the victim's last answer to the end of the twentieth good answer after the last
 *              failure
 */
record OrderLog(double lower, double upper, int attempts, int failed) {
    private static final int ENOUGH = 20;

    private record Line(long start, long end, String by) {
        private boolean isFailed() {
            return by.equals("-");
        }
    }

    static OrderLog read(Path file, String victim) throws IOException {
        List<Line> lines = Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Line(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]))
                .sorted((one, other) -> Long.compare(one.start(), other.start()))
                .toList();
        long alive = lines.stream()
                .filter(line -> line.by().equals(victim))
                .mapToLong(Line::start)
                .max()
                .orElseThrow();
        // A service that has just been started may fail once; that is before the victim's last answer.
        List<Line> failed = lines.stream()
                .filter(line -> line.isFailed() && line.end() > alive)
                .toList();
        long dead = failed.stream().mapToLong(Line::end).min().orElseThrow();
        long stillAsked = failed.get(failed.size() - 1).start();
        long notAsked = lines.stream()
                .filter(line -> line.start() > stillAsked)
                .mapToLong(Line::end)
                .sorted()
                .skip(ENOUGH - 1)
                .findFirst()
                .orElseThrow();
        return new OrderLog(
                Math.max(0, (stillAsked - dead) / 1e9), (notAsked - alive) / 1e9, lines.size(), failed.size());
    }

    boolean overlaps(double otherLower, double otherUpper) {
        return otherLower <= upper && lower <= otherUpper;
    }

    /** Whether the other interval holds wherever in this bracket the truth lies. */
    boolean within(double otherLower, double otherUpper) {
        return otherLower <= lower && upper <= otherUpper;
    }
}
