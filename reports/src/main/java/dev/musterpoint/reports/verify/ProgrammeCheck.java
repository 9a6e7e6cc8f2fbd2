package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.journal.ProgrammeEntry;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.reports.verify.ChainCheck.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The log of all attempts: its chain must hold, and it must know this run by this seal. */
final class ProgrammeCheck {
    private static final String FILE = "programme.jsonl";
    private static final JsonCodec<ProgrammeEntry> ENTRY = JsonCodec.lines(ProgrammeEntry.class);

    private final Path log;
    private final Findings findings;
    private final List<ProgrammeEntry> all = new ArrayList<>();

    ProgrammeCheck(RunDirectory run, Findings findings) {
        this.log = run.path().toAbsolutePath().normalize().resolveSibling(FILE);
        this.findings = findings;
    }

    /** @param seals the digests of the manifest's revisions, newest first */
    void check(RunStarted started, List<String> seals) {
        if (!Files.isRegularFile(log)) {
            findings.note("no log of all attempts lies beside this run, so whether it is the only one is not shown");
            return;
        }
        new ChainCheck<>(FILE, ENTRY, entry -> new Place(entry.seq(), entry.prev()), findings).check(log, all::add);
        List<ProgrammeEntry> created = of(started, ProgrammeEntry.CREATED);
        List<ProgrammeEntry> sealed = of(started, ProgrammeEntry.SEALED);
        if (created.isEmpty()) {
            findings.add(ProblemKind.MISSING, FILE, "it does not know that the run " + started.runId() + " was begun");
        }
        created.forEach(entry -> samePlan(entry, started));
        sealed.forEach(entry -> samePlan(entry, started));
        if (!seals.isEmpty()) {
            seals(sealed, seals, started);
        }
        long others = all.stream()
                .map(ProgrammeEntry::runId)
                .distinct()
                .filter(run -> !Files.isDirectory(log.resolveSibling(run)))
                .count();
        if (others > 0) {
            findings.note(others + " of the runs in the log of all attempts are not here any more");
        }
    }

    private List<ProgrammeEntry> of(RunStarted started, String event) {
        return all.stream()
                .filter(entry ->
                        entry.runId().equals(started.runId()) && entry.event().equals(event))
                .toList();
    }

    private void samePlan(ProgrammeEntry entry, RunStarted started) {
        if (!entry.planDigest().equals(started.planDigest()) || !entry.drill().equals(started.drill())) {
            findings.add(ProblemKind.FORKED, FILE, entry.seq() + 1, "it knows this run by another plan or drill");
        }
    }

    private void seals(List<ProgrammeEntry> sealed, List<String> seals, RunStarted started) {
        if (sealed.isEmpty()) {
            findings.add(
                    ProblemKind.MISSING,
                    FILE,
                    0,
                    "it does not know that the run " + started.runId() + " was sealed",
                    "'muster recover' seals a run whose runner died before it could");
            return;
        }
        for (ProgrammeEntry entry : sealed) {
            if (!seals.contains(entry.manifestDigest())) {
                findings.add(ProblemKind.DIGEST_MISMATCH, FILE, entry.seq() + 1, "the seal recorded here is not kept");
            }
        }
        ProgrammeEntry last = sealed.get(sealed.size() - 1);
        if (!last.manifestDigest().equals(seals.get(0))) {
            findings.add(
                    ProblemKind.DIGEST_MISMATCH,
                    FILE,
                    last.seq() + 1,
                    "the run was sealed again, and this log was not told");
        }
    }
}
