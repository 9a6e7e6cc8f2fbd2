package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.sandbox.SandboxProvider;
import dev.musterpoint.sandbox.kind.SandboxException;
import dev.musterpoint.sandbox.kind.SandboxKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a real primary and standby, called {@code db}, and removes them. Where PostgreSQL cannot be had the test
 * is skipped and the reason is printed; with {@code MUSTER_TESTBED=required} it fails.
 */
public final class SandboxPair implements BeforeEachCallback, AfterEachCallback {
    public static final String NAME = "db";

    private final SandboxProvider provider = new SandboxProvider();
    private final SystemSpec spec;
    private final RunClock clock = new SystemRunClock();
    private Toolbox toolbox;
    private SystemFacts facts;
    private UndoRecord undo;

    private SandboxPair(Map<String, Object> params) {
        LinkedHashMap<String, Object> all = new LinkedHashMap<>(params);
        all.put("name", PairOptions.NAME);
        this.spec = new SystemSpec(NAME, SandboxKind.TYPE, new Params(all));
    }

    public static SandboxPair async() {
        return new SandboxPair(Map.of());
    }

    public static SandboxPair sync() {
        return new SandboxPair(Map.of("replication", "sync"));
    }

    /** @param delay such as {@code 200ms} */
    public static SandboxPair delayed(String delay) {
        return new SandboxPair(Map.of("replication", "delayed", "delay", delay));
    }

    /** Whether this machine can run PostgreSQL; aborts the test with the reason, or fails it, when it cannot. */
    public static void assumePostgres() {
        try {
            Platform.current();
            new Launcher("check");
        } catch (SandboxException | IOException e) {
            if ("required".equals(System.getenv("MUSTER_TESTBED"))) {
                throw new AssertionError(e.getMessage(), e);
            }
            Assumptions.abort("skipped: " + e.getMessage());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        assumePostgres();
        toolbox = newToolbox();
        undo = provider.prepare(spec, toolbox).orElseThrow();
        facts = provider.open(spec, toolbox, this::amend, new Cancellation());
    }

    private Toolbox newToolbox() {
        return new Toolbox("test-" + UUID.randomUUID(), Path.of("unused"), this::system, clock, new Redactor());
    }

    private SystemFacts system(String name) {
        if (facts == null || !name.equals(NAME)) {
            throw new IllegalArgumentException("system '" + name + "' is not open");
        }
        return facts;
    }

    private void amend(Map<String, String> data) {
        undo = undo.amended(data);
    }

    @Override
    public void afterEach(ExtensionContext context) throws InjectionException {
        if (undo != null) {
            UndoHandler handler = handler();
            handler.recover(undo);
            if (handler.inspect(undo).state() != CleanUp.CLEAN) {
                throw new AssertionError(handler.inspect(undo).detail());
            }
        }
    }

    /** The toolbox of a run that has this pair open under the name {@link #NAME}. */
    public Toolbox toolbox() {
        return toolbox;
    }

    public SystemFacts facts() {
        return facts;
    }

    public UndoRecord undo() {
        return undo;
    }

    public UndoHandler handler() {
        return provider.undo(SandboxKind.TYPE, toolbox);
    }

    public String member(String member, String fact) {
        return facts.member(member).orElseThrow().facts().get(fact);
    }

    /** Kills a member's postmaster, as if it had crashed, and waits until it is gone. */
    public void kill(String member) {
        ProcessHandle postmaster = process(member);
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /** The postmaster of a member. */
    public ProcessHandle process(String member) {
        return ProcessHandle.of(Long.parseLong(member(member, "pid"))).orElseThrow();
    }
}
