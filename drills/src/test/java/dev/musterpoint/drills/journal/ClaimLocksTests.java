package dev.musterpoint.drills.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.plan.Claim;
import dev.musterpoint.drills.plan.Claim.Kind;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClaimLocksTests {
    private static final Claim PRIMARY = new Claim(Kind.TARGET, "db/primary", "postgres primary");
    private static final Claim STANDBY = new Claim(Kind.TARGET, "db/standby", "postgres standby");
    private static final Claim SHOP = new Claim(Kind.SERVICE, "shop", "shop");

    @TempDir
    Path runs;

    private ClaimLocks locks(String run) {
        return new ClaimLocks(runs, new Holder(run, 4711, "host-a"));
    }

    /** A run that is over, and what it left. */
    private void leaves(String run, CleanUp cleanUp) throws Exception {
        RunDirectory directory = new RunDirectory(runs.resolve(run));
        Files.createDirectories(directory.manifest().getParent());
        Assessment assessment = new Assessment("2026-11", run, RunOutcome.COMPLETED, Verdict.MET, cleanUp, List.of());
        DurableFile.write(directory.assessment(), RunReader.encode(assessment));
        Files.writeString(directory.manifest(), "sealed");
    }

    @Test
    void namesTheHolderOfWhatCannotBeTaken() {
        try (ClaimLocks first = locks("run-1");
                ClaimLocks second = locks("run-2")) {
            assertThat(first.take(List.of(SHOP, PRIMARY))).isEmpty();
            assertThat(second.take(List.of(PRIMARY)))
                    .contains("target 'db/primary' is held by run run-1 (pid 4711 on host-a); wait until that is over,"
                            + " or stop it with 'muster run abort'");
            assertThat(second.take(List.of(SHOP))).get().asString().startsWith("service 'shop' is held by run run-1");
        }
    }

    @Test
    void looksWithoutTaking() throws Exception {
        assertThat(ClaimLocks.objection(runs, PRIMARY)).isEmpty();
        try (ClaimLocks first = locks("run-1")) {
            first.take(List.of(PRIMARY));
            assertThat(ClaimLocks.objection(runs, PRIMARY)).get().asString().contains("is held by run run-1");
        }
        leaves("run-1", CleanUp.DIRTY);
        assertThat(ClaimLocks.objection(runs, PRIMARY)).get().asString().contains("muster recover run-1");
        leaves("run-1", CleanUp.CLEAN);
        assertThat(ClaimLocks.objection(runs, PRIMARY)).isEmpty();
        try (ClaimLocks second = locks("run-2")) {
            assertThat(second.take(List.of(PRIMARY))).isEmpty();
        }
    }

    @Test
    void takesAllOrNothing() {
        try (ClaimLocks first = locks("run-1");
                ClaimLocks second = locks("run-2");
                ClaimLocks third = locks("run-3")) {
            first.take(List.of(PRIMARY));
            assertThat(second.take(List.of(STANDBY, PRIMARY))).isPresent();
            assertThat(third.take(List.of(STANDBY))).isEmpty();
        }
    }

    @Test
    void doesNotMindTheNameThatADrillGivesToATarget() {
        try (ClaimLocks first = locks("run-1");
                ClaimLocks second = locks("run-2")) {
            first.take(List.of(PRIMARY));
            assertThat(second.take(List.of(new Claim(Kind.TARGET, "orders/primary", PRIMARY.identity()))))
                    .isPresent();
        }
    }

    @Test
    void keepsServicesAndTargetsOfOneNameApart() {
        try (ClaimLocks first = locks("run-1");
                ClaimLocks second = locks("run-2")) {
            first.take(List.of(SHOP));
            assertThat(second.take(List.of(new Claim(Kind.TARGET, "shop", "shop"))))
                    .isEmpty();
        }
    }

    @Test
    void freesWhatARunLeftClean() throws Exception {
        try (ClaimLocks first = locks("run-1")) {
            first.take(List.of(SHOP, PRIMARY));
        }
        leaves("run-1", CleanUp.CLEAN);
        try (ClaimLocks second = locks("run-2")) {
            assertThat(second.take(List.of(SHOP, PRIMARY))).isEmpty();
        }
    }

    @Test
    void refusesATargetThatARunLeftDirtyUntilItIsRecovered() throws Exception {
        try (ClaimLocks first = locks("run-1")) {
            first.take(List.of(SHOP, PRIMARY));
        }
        leaves("run-1", CleanUp.DIRTY);
        try (ClaimLocks second = locks("run-2")) {
            assertThat(second.take(List.of(SHOP, PRIMARY)))
                    .contains("target 'db/primary' was last touched by run run-1 (pid 4711 on host-a), which is not"
                            + " known to have left it clean; mend that first: muster recover run-1");
            assertThat(second.take(List.of(SHOP, STANDBY))).isEmpty();
        }
        leaves("run-1", CleanUp.CLEAN);
        try (ClaimLocks third = locks("run-3")) {
            assertThat(third.take(List.of(PRIMARY))).isEmpty();
        }
    }

    @Test
    void refusesATargetOfARunThatNobodyHasSealed() throws Exception {
        try (ClaimLocks first = locks("run-1")) {
            first.take(List.of(PRIMARY));
        }
        Files.createDirectories(runs.resolve("run-1"));
        try (ClaimLocks second = locks("run-2")) {
            assertThat(second.take(List.of(PRIMARY))).get().asString().endsWith("muster recover run-1");
        }
    }

    @Test
    void theKernelFreesWhatAKilledProcessHeld() throws Exception {
        Process other = OtherProcess.start("claim", runs.toString(), "db/primary");
        Claim claim = new Claim(Kind.TARGET, "db/primary", "db/primary");
        try (ClaimLocks locks = locks("run-2")) {
            await().atMost(ONE_MINUTE).until(() -> Files.exists(runs.resolve("held")) || !other.isAlive());
            assertThat(other.isAlive()).as("the other process lives").isTrue();
            assertThat(locks.take(List.of(claim)))
                    .get()
                    .asString()
                    .startsWith("target 'db/primary' is held by run other-run (pid " + other.pid() + " on ");
            other.destroyForcibly().waitFor();
            leaves("other-run", CleanUp.CLEAN);
            assertThat(locks.take(List.of(claim))).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }
}
