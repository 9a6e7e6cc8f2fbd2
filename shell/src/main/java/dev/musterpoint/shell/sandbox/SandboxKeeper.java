package dev.musterpoint.shell.sandbox;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.journal.FileJournal;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunLock;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoSink;
import dev.musterpoint.shell.config.Place;
import dev.musterpoint.shell.run.DetachedJvm;
import dev.musterpoint.shell.run.FirstWord;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that keeps a sandbox: starts it, holds its lock, and lives until it is ended. It removes nothing itself: that
 * is its guardian's work, who does the same whether the keeper was ended or killed.
 */
public final class SandboxKeeper {
    /** What it says once the sandbox is up. Anything else is why it is not. */
    static final String READY = "ready";

    private static final Logger LOG = LoggerFactory.getLogger(SandboxKeeper.class);
    private static final String ACTOR = "keeper";

    private final RunDirectory directory;
    private final SystemSpec spec;
    private final RunClock clock = new SystemRunClock();
    private final Redactor redactor = new Redactor();

    private SandboxKeeper(RunDirectory directory, SystemSpec spec) {
        this.directory = directory;
        this.spec = spec;
    }

    /** Arguments: the sandbox's directory, then the system's parameters as {@code NAME=VALUE}. */
    public static void main(String[] args) throws InterruptedException {
        RunDirectory directory = new RunDirectory(Path.of(args[0]));
        Map<String, Object> values = new LinkedHashMap<>();
        for (String pair : List.of(args).subList(1, args.length)) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        SystemSpec spec = new SystemSpec("sandbox", KeptSandboxes.TYPE, new Params(values));
        new SandboxKeeper(directory, spec).keep();
    }

    private void keep() throws InterruptedException {
        // Held until this process ends, however it does.
        RunLock.acquire(directory.lock());
        try {
            open();
        } catch (Exception e) {
            LOG.error("{} did not come up", directory.runId(), e);
            FirstWord.say(String.valueOf(e.getMessage()).replaceAll("\\R", " "));
            // Servers or threads of what was half begun must not keep the lock.
            Runtime.getRuntime().halt(1);
        }
        FirstWord.say(READY);
        new CountDownLatch(1).await();
    }

    /** Nothing is started before its guardian is there and its undo record is on disk. */
    private void open() throws Exception {
        KeptSandbox kept = new KeptSandbox(
                directory.runId(),
                spec.params().text("name"),
                clock.instant(),
                ProcessMark.of(ProcessHandle.current()),
                guardian(),
                Optional.empty());
        kept.write(directory);
        FileJournal journal = FileJournal.create(directory.journal(), clock, redactor, entry -> {});
        SystemProvider provider = Catalogue.load().systems().get(spec.type());
        Toolbox toolbox = toolbox();
        Optional<UndoRecord> undo = provider.prepare(spec, toolbox);
        undo.ifPresent(record -> journal.append(ACTOR, new Evidence.UndoPrepared(record)));
        UndoSink sink =
                data -> undo.ifPresent(record -> journal.append(ACTOR, new Evidence.UndoAmended(record.id(), data)));
        SystemFacts facts = provider.open(spec, toolbox, sink, new Cancellation());
        journal.append(ACTOR, new Evidence.SystemOpened(facts));
        kept.opened(facts).write(directory);
    }

    /** The owner mark must be this sandbox's alone, also where two people on one machine both have a first one. */
    private Toolbox toolbox() {
        String mark = directory.runId() + "-" + ProcessHandle.current().pid() + "-"
                + clock.instant().toEpochMilli();
        return new Toolbox(
                mark,
                directory.path(),
                name -> {
                    throw new IllegalArgumentException("a sandbox of its own has no system '" + name + "'");
                },
                clock,
                redactor);
    }

    private ProcessMark guardian() {
        Process guardian = new DetachedJvm(Place.ofProcess().home(), SandboxGuardian.class, "64m")
                .start(Redirect.INHERIT, List.of(directory.path().toString()));
        String word = DetachedJvm.firstLine(guardian);
        if (!READY.equals(word)) {
            throw new IllegalStateException(
                    "the sandbox's guardian did not come up (it said: " + word + "); nothing is started without it");
        }
        return ProcessMark.of(guardian.toHandle());
    }
}
