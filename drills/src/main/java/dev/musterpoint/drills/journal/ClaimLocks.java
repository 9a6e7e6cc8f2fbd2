package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.plan.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claims of one run, as locks below the runs' directory that the kernel lets go of when the run's process dies. Beside
 * each lock stands who took it last, and stays when the lock is let go: a target is free again only once that run is known
 * to be clean.
 */
public final class ClaimLocks implements AutoCloseable {
    private static final JsonCodec<Holder> HOLDER = JsonCodec.document(Holder.class);

    private static final Holder NOBODY = new Holder("none", 0, "nowhere");

    private final Path runs;
    private final Holder holder;
    private final List<RunLock> taken = new ArrayList<>();

    /** @param runs the directory of all runs, whose claims exclude each other */
    public ClaimLocks(Path runs, Holder holder) {
        this.runs = runs;
        this.holder = holder;
    }

    /**
     * Takes all of {@code claims}, or none.
     *
     * @return why they cannot be taken, and what to do; empty when they were
     */
    public Optional<String> take(List<Claim> claims) {
        makeDirectory();
        for (Claim claim : claims) {
            Optional<RunLock> lock = RunLock.tryAcquire(file(claim, ".lock"));
            lock.ifPresent(taken::add);
            Optional<String> objection = lock.isEmpty() ? Optional.of(busy(claim)) : remains(claim);
            if (objection.isPresent()) {
                close();
                return objection;
            }
        }
        claims.forEach(claim -> DurableFile.write(file(claim, ".json"), HOLDER.encode(holder)));
        return Optional.empty();
    }

    /**
     * Looks who holds {@code claim} now, or what was left in it, without taking it.
     *
     * @return what would stand against taking it; empty when nothing would
     */
    public static Optional<String> objection(Path runs, Claim claim) {
        ClaimLocks looking = new ClaimLocks(runs, NOBODY);
        return RunLock.isHeld(looking.file(claim, ".lock")) ? Optional.of(looking.busy(claim)) : looking.remains(claim);
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(directory());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory() + ": " + DurableFile.reason(e), e);
        }
    }

    private Path directory() {
        return runs.resolve(".locks");
    }

    private Path file(Claim claim, String end) {
        byte[] identity = (claim.kind() + "\n" + claim.identity()).getBytes(StandardCharsets.UTF_8);
        return directory().resolve(Digests.of(identity) + end);
    }

    private String busy(Claim claim) {
        String who = last(claim).map(Holder::toString).orElse("another run");
        return claim + " is held by " + who + "; wait until that is over, or stop it with 'muster run abort'";
    }

    /** What the last run left in a target. A service is no thing in which anything could be left. */
    private Optional<String> remains(Claim claim) {
        return claim.kind() == Claim.Kind.TARGET
                ? last(claim)
                        .filter(run -> !isClean(new RunDirectory(runs.resolve(run.runId()))))
                        .map(run ->
                                claim + " was last touched by " + run + ", which is not known to have left it clean;"
                                        + " mend that first: muster recover " + run.runId())
                : Optional.empty();
    }

    /** A run whose directory is gone can tell nothing any more; that it was there, the log of all attempts shows. */
    private static boolean isClean(RunDirectory run) {
        return !Files.exists(run.path())
                || run.isSealed()
                        && new RunReader(run)
                                .assessment()
                                .map(assessment -> assessment.cleanUp() == CleanUp.CLEAN)
                                .orElse(false);
    }

    private Optional<Holder> last(Claim claim) {
        Path file = file(claim, ".json");
        try {
            return Optional.of(HOLDER.decode(Files.readAllBytes(file), file.toString()));
        } catch (IOException | EvidenceFormatException e) {
            return Optional.empty();
        }
    }

    /** Lets go of what was taken. */
    @Override
    public void close() {
        taken.forEach(RunLock::close);
        taken.clear();
    }
}
