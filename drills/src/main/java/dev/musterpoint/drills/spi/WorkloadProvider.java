package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.spec.WorkloadSpec;

/** Offers workload types. */
public interface WorkloadProvider extends Provider {
    Workload workload(WorkloadSpec spec, Toolbox toolbox);

    /** Undoes what workloads of this type made. */
    UndoHandler undo(String type, Toolbox toolbox);
}
