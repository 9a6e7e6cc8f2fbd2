package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import java.util.List;

/** What the findings rest on: the chains and the streams whose digests are in them. */
public record EvidenceManifest(long journalLines, long recoveryLines, List<SegmentClosed> segments) {
    public EvidenceManifest {
        segments = List.copyOf(segments);
    }
}
