package dev.musterpoint.verifiers.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessEffectsTests {
    private static final RunClock CLOCK = new SystemRunClock();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Process root;
    private List<ProcessHandle> children;

    @BeforeEach
    void startFamily() throws Exception {
        root = new ProcessBuilder("/bin/sh", "-c", "sleep 600 & sleep 600 & wait")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(PATIENCE).until(() -> root.children().count() == 2);
        children = root.children().toList();
    }

    @AfterEach
    void endFamily() {
        children.forEach(ProcessHandle::destroyForcibly);
        root.destroyForcibly();
    }

    private EffectWatch watch(String type, String scope) throws Exception {
        Target target =
                new Target("db/primary", "processes", "db", 2, true, Map.of("system", "db", "member", "primary"));
        FaultSpec spec = new FaultSpec(
                "it breaks",
                type,
                Optional.of("db"),
                Params.NONE,
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                new Params(Map.of("scope", scope)));
        return provider(type)
                .inspector(type, toolbox(Map.of("pid", Long.toString(root.pid()))))
                .watch(new PlannedFault(1, spec, List.of(target)), target);
    }

    private static EffectProvider provider(String type) {
        return ServiceLoader.load(EffectProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.faultTypes().contains(type))
                .findFirst()
                .orElseThrow();
    }

    private static Toolbox toolbox(Map<String, String> facts) {
        SystemFacts db =
                new SystemFacts("db", "sandbox", true, Map.of(), List.of(new SystemFacts.Member("primary", facts)));
        return new Toolbox("run-1", Path.of("unused"), name -> db, CLOCK, new Redactor());
    }

    private void signal(String signal, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void seesATreeGoneOnlyWhenItsLastProcessIs() throws Exception {
        EffectWatch watch = watch("process/kill", "tree");
        assertThat(watch.read().effect()).isFalse();

        root.destroyForcibly().waitFor();
        children.get(0).destroyForcibly();
        await().atMost(PATIENCE).until(() -> watch.read().detail().startsWith("1 of 3"));
        assertThat(watch.read().effect()).isFalse();
        children.get(1).destroyForcibly();

        await().atMost(PATIENCE).until(() -> watch.read().effect());
        assertThat(watch.read().detail()).isEqualTo("all 3 processes are gone");
    }

    @Test
    void seesAProcessGoneWhoseChildrenLive() throws Exception {
        EffectWatch watch = watch("process/kill", "process");

        root.destroyForcibly();

        await().atMost(PATIENCE).until(() -> watch.read().effect());
        assertThat(children).allMatch(ProcessHandle::isAlive);
    }

    @Test
    void seesNoKillInAPause() throws Exception {
        EffectWatch watch = watch("process/kill", "process");

        signal("STOP", root.toHandle());

        assertThat(watch.read().effect()).isFalse();
    }

    @Test
    void seesAPauseWhenAllStandStillAndNoLonger() throws Exception {
        EffectWatch watch = watch("process/pause", "tree");
        signal("STOP", root.toHandle());
        signal("STOP", children.get(0));
        await().atMost(PATIENCE).until(() -> watch.read().detail().startsWith("2 of 3"));
        assertThat(watch.read().effect()).isFalse();

        signal("STOP", children.get(1));
        await().atMost(PATIENCE).until(() -> watch.read().effect());

        signal("CONT", children.get(0));
        await().atMost(PATIENCE).until(() -> !watch.read().effect());
    }

    @Test
    void seesNoPauseInAProcessThatEnded() throws Exception {
        EffectWatch watch = watch("process/pause", "process");

        root.destroyForcibly().waitFor();

        assertThat(watch.read().effect()).isFalse();
    }

    @Test
    void seesNoEffectOfAFaultThatDoesNothing() throws Exception {
        EffectWatch watch = watch("noop", "tree");

        assertThat(watch.read().effect()).isFalse();
    }

    @Test
    void refusesATargetWithoutAProcess() {
        Target target = new Target("pid 1", "processes", "pid 1", 1, false, Map.of());

        assertThatThrownBy(() -> TargetPid.of(null, target, name -> null)).hasMessageContaining("no process id");
    }

    static Stream<ProcessReader> readers() {
        return Stream.of(new ProcReader(), new PsReader());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void readsParentsAndStates(ProcessReader reader) throws Exception {
        assertThat(reader.read().get(root.pid()).parent())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(reader.read().get(children.get(0).pid()).parent()).isEqualTo(root.pid());

        signal("STOP", children.get(0));

        await().atMost(PATIENCE)
                .until(() -> reader.read().get(children.get(0).pid()).isStopped());
        assertThat(reader.read().get(root.pid()).isStopped()).isFalse();
    }
}
