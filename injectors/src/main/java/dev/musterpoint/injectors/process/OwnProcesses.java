package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.spi.InjectionException;
import java.util.Optional;

/** The processes that no fault may touch: this one, what it runs under, and the one that everything runs under. */
final class OwnProcesses {
    private static final long INIT = 1;

    private OwnProcesses() {}

    /** @throws InjectionException when a fault in {@code pid} would take the runner with it */
    static void refuse(long pid) throws InjectionException {
        if (pid == INIT) {
            throw new InjectionException("pid 1 is never a target: the whole machine or container would go with it");
        }
        Optional<ProcessHandle> own = Optional.of(ProcessHandle.current());
        while (own.isPresent()) {
            if (own.get().pid() == pid) {
                throw new InjectionException(
                        "pid " + pid + " is never a target: it is this run's own process, or one it"
                                + " runs under; name another process");
            }
            own = own.get().parent();
        }
    }
}
