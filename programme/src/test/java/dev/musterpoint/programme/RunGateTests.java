package dev.musterpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.planning.Refusal;
import dev.musterpoint.programme.halt.HaltLever;
import dev.musterpoint.programme.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunGateTests {
    private static final Instant NOW = Instant.parse("2026-12-24T09:00:00Z");

    @TempDir
    Path folder;

    private HaltLever lever;
    private RunGate gate;

    @BeforeEach
    void makeGate() {
        lever = new HaltLever(folder);
        gate = new RunGate(
                new SamplePlan().build(),
                SampleCatalogue.create(),
                new PolicySource(folder, name -> Optional.empty()),
                lever,
                () -> NOW);
    }

    private void policy(String spec) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Policy
                metadata: { name: test, title: Test }
                spec:
                """ + "  " + spec + "\n");
    }

    @Test
    void letsPassWhatNobodyForbids() {
        assertThat(gate.refusal()).isEmpty();
    }

    @Test
    void theLeverStopsEverything() {
        lever.engage("the shop is on fire", "jane", NOW);
        assertThat(gate.refusal())
                .contains("the halt lever: it is engaged: 'the shop is on fire' (jane, 2026-12-24T09:00:00Z);"
                        + " 'muster halt release' lets drills run again");
        lever.release();
        assertThat(gate.refusal()).isEmpty();
    }

    @Test
    void aLeverThatCannotBeSeenCountsAsEngaged() throws IOException {
        Files.createDirectory(folder.resolve("halt"));
        assertThat(gate.refusal()).hasValueSatisfying(why -> assertThat(why).contains("which counts as engaged"));
    }

    @Test
    void aPolicyThatWasTightenedSincePlanningHolds() throws IOException {
        policy("environments: [nowhere]");
        assertThat(gate.refusals()).extracting(Refusal::subject).containsExactly("environment 'test'");
    }

    @Test
    void aFreezeThatBeganSincePlanningHolds() throws IOException {
        policy("freeze: [{ from: 2026-12-20T00:00, to: 2027-01-02T00:00, timeZone: UTC, why: trade }]");
        assertThat(gate.refusals()).extracting(Refusal::subject).containsExactly("the time");
    }

    @Test
    void aPolicyThatBrokeSincePlanningIsANo() throws IOException {
        policy("freese: []");
        assertThat(gate.refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("freese", "a policy that cannot be read"));
    }
}
