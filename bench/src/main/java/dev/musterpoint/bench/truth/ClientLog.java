package dev.musterpoint.bench.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the independent client can say of an outage that ends when the standby first acknowledges. A primary that was only cut off
 * may acknowledge again once it is reached again; that is after it.
 *
 * @param lower seconds from the end of its first failure to the start of its last: down for at least that
 * @param upper seconds from the start of its last success before to the end of its first success after: at most that
 */
record ClientLog(double lower, double upper, int attempts) {
    static ClientLog read(Path file, int primary, int standby) throws IOException {
        List<long[]> lines = Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .filter(parts -> parts.length == 3)
                .map(parts -> new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])})
                .toList();
        long firstAfter = lines.stream()
                .filter(line -> line[2] == standby)
                .mapToLong(line -> line[1])
                .min()
                .orElseThrow();
        long lastBefore = lines.stream()
                .filter(line -> line[2] == primary && line[0] < firstAfter)
                .mapToLong(line -> line[0])
                .max()
                .orElseThrow();
        long firstFailed = lines.stream()
                .filter(line -> line[2] == 0 && line[0] > lastBefore)
                .mapToLong(line -> line[1])
                .min()
                .orElse(firstAfter);
        long lastFailed = lines.stream()
                .filter(line -> line[2] == 0 && line[0] < firstAfter)
                .mapToLong(line -> line[0])
                .max()
                .orElse(firstFailed);
        return new ClientLog(
                Math.max(0, (lastFailed - firstFailed) / 1e9), (firstAfter - lastBefore) / 1e9, lines.size());
    }

    boolean overlaps(double otherLower, double otherUpper) {
        return otherLower <= upper && lower <= otherUpper;
    }
}
