package dev.musterpoint.shell.sandbox;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunLock;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.shell.run.FirstWord;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that waits for a sandbox's lock, which the kernel lets go of when its keeper ends, and then removes it. */
public final class SandboxGuardian {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxGuardian.class);

    private SandboxGuardian() {}

    /** Argument: the sandbox's directory. */
    public static void main(String[] args) throws InterruptedException {
        RunDirectory directory = new RunDirectory(Path.of(args[0]));
        Catalogue catalogue = Catalogue.load();
        // Loaded while there is time.
        catalogue.systems();
        FirstWord.say(SandboxKeeper.READY);
        RunLock lock = RunLock.acquire(directory.lock());
        CleanUp state = new SandboxRemoval(catalogue, "guardian").remove(directory, lock);
        LOG.debug("what is left of {} is {}", directory.runId(), state);
    }
}
