package dev.musterpoint.injectors.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A runner in the middle of a kill, for a test to end. Says that it is ready with one dot. */
final class DyingRunner {
    private DyingRunner() {}

    public static void main(String[] arguments) throws Exception {
        ProcessEntry victim =
                new ProcessTable().find(Long.parseLong(arguments[0])).orElseThrow();
        SignalShell.start().doom(List.of(victim));
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write('.');
            out.flush();
            new CountDownLatch(1).await();
        }
    }
}
