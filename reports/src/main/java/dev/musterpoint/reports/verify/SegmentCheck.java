package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.Lines;
import dev.musterpoint.drills.journal.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every stream must be as the chains recorded it when it was closed, and none may be there that they do not know. */
final class SegmentCheck {
    private final RunDirectory run;
    private final Findings findings;

    SegmentCheck(RunDirectory run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    void check(List<SegmentClosed> segments) {
        segments.forEach(segment -> findings.check(segment.path(), () -> check(segment)));
        Set<String> known = segments.stream().map(SegmentClosed::path).collect(Collectors.toSet());
        for (String file : run.files()) {
            boolean stream = file.startsWith("observations/") || file.startsWith("ledger/");
            if (stream && !known.contains(file)) {
                findings.add(ProblemKind.ADDED, file, "no line of the journal vouches for this stream");
            }
        }
    }

    private void check(SegmentClosed segment) {
        Path file = Inside.of(run, segment.path());
        if (!Files.isRegularFile(file)) {
            findings.add(ProblemKind.MISSING, segment.path(), "the journal closed this stream, and it is not there");
            return;
        }
        long bytes = size(file);
        if (bytes < segment.bytes()) {
            findings.add(
                    ProblemKind.TRUNCATED,
                    segment.path(),
                    "it has " + bytes + " bytes, and had " + segment.bytes() + " when it was closed");
        } else if (bytes > segment.bytes() || !Digests.of(file).equals(segment.sha256())) {
            findings.add(ProblemKind.DIGEST_MISMATCH, segment.path(), "it is not the stream that the journal closed");
        } else if (lines(file) != segment.lines()) {
            findings.add(
                    ProblemKind.DIGEST_MISMATCH,
                    segment.path(),
                    "it has not the " + segment.lines() + " lines recorded");
        }
    }

    private static long lines(Path file) {
        long[] count = {0};
        Lines.of(file, (number, line, complete) -> count[0] = number);
        return count[0];
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
