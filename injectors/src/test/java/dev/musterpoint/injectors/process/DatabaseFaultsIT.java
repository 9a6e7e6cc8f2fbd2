package dev.musterpoint.injectors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseFaultsIT {
    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private final ProcessTable table = new ProcessTable();

    private Faults fault(String type) throws Exception {
        Target target = new ProcessTargets()
                .resolve(Faults.spec(type, Map.of("member", "primary"), "tree"), Optional.of(pair.facts()))
                .get(0);
        return Faults.on(type, "tree", target, pair.toolbox());
    }

    private List<ProcessEntry> servers(String member) {
        ProcessHandle postmaster = pair.process(member);
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .flatMap(handle -> table.find(handle.pid()).stream())
                .toList();
    }

    @Test
    void killsThePrimaryWithAllItsProcesses() throws Exception {
        List<ProcessEntry> before = servers("primary");

        fault("process/kill").inject();

        assertThat(before).hasSizeGreaterThan(3);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> before.stream().allMatch(entry -> table.now(entry).isEmpty()));
        assertThat(servers("standby")).noneMatch(ProcessEntry::isStopped).hasSizeGreaterThan(3);
    }

    @Test
    void pausesThePrimaryAndUndoesIt() throws Exception {
        Faults fault = fault("process/pause").inject();
        PauseInjector injector = new PauseInjector(pair.toolbox());
        assertThat(servers("primary")).allMatch(ProcessEntry::isStopped);

        injector.recover(fault.undo());

        assertThat(servers("primary")).noneMatch(ProcessEntry::isStopped);
        assertThat(injector.inspect(fault.undo()).state()).isEqualTo(CleanUp.CLEAN);
    }
}
