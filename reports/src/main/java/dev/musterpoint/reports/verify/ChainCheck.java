package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.journal.ChainSummary;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.Lines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Follows one hash chain line by line: each must have the next number and name the SHA-256 of the one before.
 *
 * @param <T> what a line holds
 */
final class ChainCheck<T> {
    private final String file;
    private final JsonCodec<T> codec;
    private final Function<T, Place> place;
    private final Findings findings;
    private final List<Link> links = new ArrayList<>();

    ChainCheck(String file, JsonCodec<T> codec, Function<T, Place> place, Findings findings) {
        this.file = file;
        this.codec = codec;
        this.place = place;
        this.findings = findings;
    }

    /** Checks the chain and gives {@code each} line that can be read, with its number. */
    ChainSummary check(Path path, Consumer<T> each) {
        Lines.of(path, (number, line, complete) -> read(number, line, complete, each));
        Set<Long> places = new HashSet<>();
        links.forEach(link -> places.add(link.place.seq()));
        Link before = new Link(0, new Place(-1, ""), Digests.NOTHING);
        for (Link link : links) {
            compare(before, link, places);
            before = link;
        }
        return new ChainSummary(before.digest, before.number);
    }

    private void read(long number, byte[] line, boolean complete, Consumer<T> each) {
        if (!complete) {
            findings.add(ProblemKind.TRUNCATED, file, number, "the last line has no end");
        }
        try {
            T value = codec.decode(line, file + ":" + number);
            links.add(new Link(number, place.apply(value), Digests.of(line)));
            each.accept(value);
        } catch (EvidenceFormatException e) {
            findings.add(ProblemKind.EDITED, file, number, "the line cannot be read (" + e.getMessage() + ")");
            links.add(new Link(number, new Place(number - 1, ""), Digests.of(line)));
        }
    }

    private void compare(Link before, Link link, Set<Long> places) {
        long expected = before.place.seq() + 1;
        long seq = link.place.seq();
        if (seq == expected) {
            if (!link.place.prev().isEmpty() && !link.place.prev().equals(before.digest)) {
                edited(before, link);
            }
        } else if (seq == before.place.seq()) {
            findings.add(ProblemKind.FORKED, file, link.number, "two lines claim to be number " + seq);
        } else if (places.contains(expected)) {
            findings.add(
                    ProblemKind.REORDERED,
                    file,
                    link.number,
                    "number " + seq + " stands where " + expected + " belongs");
        } else {
            findings.add(ProblemKind.MISSING, file, link.number, "number " + expected + " is not there");
        }
    }

    private void edited(Link before, Link link) {
        long line = Math.max(1, before.number);
        findings.add(
                ProblemKind.EDITED,
                file,
                line,
                "line " + link.number + " was written after another line than this one");
    }

    /** Where a line says that it stands. */
    record Place(long seq, String prev) {}

    private record Link(long number, Place place, String digest) {}
}
