package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import java.util.List;

/** What became of the writes of every workload, and how they were read back. */
public record DataLoss(List<WritesSeen> workloads, List<ReadBackTaken> readBacks) {
    public DataLoss {
        workloads = List.copyOf(workloads);
        readBacks = List.copyOf(readBacks);
    }

    /** The read-backs of one workload, in order. */
    public List<ReadBackTaken> readBacksOf(String workload) {
        return readBacks.stream()
                .filter(taken -> taken.workload().equals(workload))
                .toList();
    }
}
