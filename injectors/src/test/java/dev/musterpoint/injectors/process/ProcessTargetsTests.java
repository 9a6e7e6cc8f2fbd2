package dev.musterpoint.injectors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.InjectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessTargetsTests {
    private static SystemFacts system(boolean sandbox) {
        return new SystemFacts(
                "db",
                "any",
                sandbox,
                Map.of(),
                List.of(new Member("primary", Map.of()), new Member("standby", Map.of())));
    }

    private static Target resolve(Map<String, Object> target, SystemFacts system) throws InjectionException {
        return new ProcessTargets()
                .resolve(Faults.spec("process/kill", target, "tree"), Optional.ofNullable(system))
                .get(0);
    }

    @Test
    void namesAMemberAsOneOfItsSystem() throws Exception {
        Target target = resolve(Map.of("member", "primary"), system(true));

        assertThat(target.id()).isEqualTo("db/primary");
        assertThat(target.groupSize()).isEqualTo(2);
        assertThat(target.inSandbox()).isTrue();
        assertThat(target.attributes()).containsEntry("member", "primary");
    }

    @Test
    void refusesAMemberThatDoesNotExist() {
        assertThatThrownBy(() -> resolve(Map.of("member", "third"), system(true)))
                .hasMessageContaining("[primary, standby]");
    }

    @Test
    void refusesMembersWhoseProcessesAreNotKnown() {
        assertThatThrownBy(() -> resolve(Map.of("member", "primary"), system(false)))
                .hasMessageContaining("{pid: N}");
    }

    @Test
    void refusesTwoSelectorsAtOnce() {
        assertThatThrownBy(() -> resolve(Map.of("member", "primary", "pid", 7), system(true)))
                .hasMessageContaining("one of");
    }

    @Test
    void refusesTheFirstProcess() {
        assertThatThrownBy(() -> resolve(Map.of("pid", 1), null)).hasMessageContaining("pid 1 is never a target");
    }

    @Test
    void refusesItselfAndWhatItRunsUnder() {
        ProcessHandle own = ProcessHandle.current();
        assertThatThrownBy(() -> resolve(Map.of("pid", own.pid()), null)).hasMessageContaining("own process");
        long parent = own.parent().orElseThrow().pid();
        assertThatThrownBy(() -> resolve(Map.of("pid", parent), null)).hasMessageContaining("runs under");
    }

    @Test
    void refusesWhatIsNoProcess() {
        assertThatThrownBy(() -> resolve(Map.of("pid", "all"), null)).hasMessageContaining("no process id");
        assertThatThrownBy(() -> resolve(Map.of("pid", 999999999), null)).hasMessageContaining("no process 999999999");
    }
}
