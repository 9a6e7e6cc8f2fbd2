package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.journal.ChainSummary;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.Manifest;
import dev.musterpoint.drills.journal.Manifest.Part;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The seal: the manifest itself, its earlier revisions, and that the run consists of exactly what it lists. */
final class ManifestCheck {
    private static final String NEWEST = "seal/manifest.json";

    private final RunDirectory run;
    private final Findings findings;
    private final List<String> digests = new ArrayList<>();

    ManifestCheck(RunDirectory run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    void check(RunChains chains) {
        if (!run.isSealed()) {
            findings.add(
                    ProblemKind.MISSING,
                    NEWEST,
                    0,
                    "the run is not sealed",
                    "if its runner died, 'muster recover' undoes what it left and seals it");
            return;
        }
        Optional<Manifest> newest = read(NEWEST, run.manifest());
        newest.ifPresent(manifest -> {
            earlier(manifest);
            parts(manifest);
            heads(manifest, chains);
            if (chains.started().isPresent() && !chains.started().get().runId().equals(manifest.runId())) {
                findings.add(ProblemKind.FORKED, NEWEST, "it is the seal of another run, " + manifest.runId());
            }
        });
    }

    private Optional<Manifest> read(String name, Path file) {
        byte[] bytes = bytes(file);
        digests.add(Digests.of(bytes));
        try {
            Manifest manifest = Seal.read(file);
            if (Seal.isSelfConsistent(manifest, bytes)) {
                return Optional.of(manifest);
            }
            findings.add(ProblemKind.EDITED, name, "its bytes are not those it vouches for");
        } catch (EvidenceFormatException e) {
            findings.add(ProblemKind.EDITED, name, e.getMessage());
        }
        return Optional.empty();
    }

    /** Each revision names the SHA-256 of the one before, and all are kept. */
    private void earlier(Manifest newest) {
        Manifest later = newest;
        Set<String> expected = new HashSet<>(Set.of("manifest.json"));
        for (int revision = newest.revision() - 1; revision >= 1 && later != null; revision--) {
            Path file = Seal.former(run, revision);
            String name = "seal/" + file.getFileName();
            expected.add(file.getFileName().toString());
            if (!Files.isRegularFile(file)) {
                findings.add(ProblemKind.MISSING, name, "revision " + revision + " of the seal is not there");
                return;
            }
            if (!later.previous().equals(Digests.of(file))) {
                findings.add(ProblemKind.DIGEST_MISMATCH, name, "the revision after it was made from another one");
            }
            later = read(name, file).orElse(null);
        }
        if (later != null && !later.previous().isEmpty()) {
            findings.add(ProblemKind.MISSING, NEWEST, "its first revision names one before it");
        }
        strangers(expected);
    }

    private void strangers(Set<String> expected) {
        try (Stream<Path> files = Files.list(run.manifest().getParent())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !expected.contains(name))
                    .sorted()
                    .forEach(name ->
                            findings.add(ProblemKind.ADDED, "seal/" + name, "the seal does not know this file"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + run.manifest().getParent(), e);
        }
    }

    private void parts(Manifest manifest) {
        Set<String> listed = new HashSet<>();
        for (Part part : manifest.parts()) {
            listed.add(part.path());
            findings.check(part.path(), () -> check(part));
        }
        for (String file : run.files()) {
            if (!listed.contains(file)) {
                findings.add(ProblemKind.ADDED, file, "the seal does not list it");
            }
        }
    }

    private void check(Part part) {
        Path file = Inside.of(run, part.path());
        if (!Files.isRegularFile(file)) {
            findings.add(ProblemKind.MISSING, part.path(), "the seal lists it, and it is not there");
            return;
        }
        long bytes = file.toFile().length();
        if (bytes < part.bytes()) {
            findings.add(
                    ProblemKind.TRUNCATED,
                    part.path(),
                    "it has " + bytes + " bytes of the " + part.bytes() + " sealed");
        } else if (bytes > part.bytes() || !Digests.of(file).equals(part.sha256())) {
            findings.add(ProblemKind.DIGEST_MISMATCH, part.path(), "it is not the file that was sealed");
        }
    }

    private void heads(Manifest manifest, RunChains chains) {
        head("journal.jsonl", manifest.journalLines(), manifest.journalHead(), chains.journal());
        String head = manifest.recoveryHead().isEmpty() ? Digests.NOTHING : manifest.recoveryHead();
        head("recovery.jsonl", manifest.recoveryLines(), head, chains.recovery());
    }

    private void head(String file, long lines, String head, ChainSummary found) {
        if (found.lines() < lines) {
            findings.add(
                    ProblemKind.TRUNCATED,
                    file,
                    found.lines(),
                    found.lines() + " lines of the " + lines + " sealed are there");
        } else if (found.lines() > lines) {
            findings.add(
                    ProblemKind.FORKED, file, lines + 1, "it goes on after the " + lines + " lines that were sealed");
        } else if (!found.head().equals(head)) {
            findings.add(ProblemKind.EDITED, file, lines, "its last line is not the one that was sealed");
        }
    }

    /** The digests of all revisions, newest first. */
    List<String> digests() {
        return List.copyOf(digests);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
