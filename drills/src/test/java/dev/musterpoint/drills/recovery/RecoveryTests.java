package dev.musterpoint.drills.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.ResidueInspected;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.kit.VirtualTime;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UnprovenUndoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryTests {
    private final VirtualTime time = new VirtualTime();
    private final List<Evidence> facts = new ArrayList<>();
    private final List<String> undone = new ArrayList<>();

    private class Lifting implements UndoHandler {
        @Override
        public void recover(UndoRecord undo) throws InjectionException {
            undone.add(undo.id());
        }

        @Override
        public Residue inspect(UndoRecord undo) {
            return Residue.none("nothing of it is there");
        }
    }

    private static UndoRecord record(String id, String handler) {
        return new UndoRecord(id, handler, id, "m/1", UndoKind.AUTO, Duration.ofSeconds(30), Map.of(), "undo " + id);
    }

    private CleanUp undo(Handlers handlers, UndoRecord... records) throws InterruptedException {
        return new Recovery(handlers, facts::add, time, time).undo(List.of(records), "a test");
    }

    @Test
    void liftsWhatItCanBeforeItWaitsAndWhatFaultsWereMadeInLast() throws InterruptedException {
        UndoHandler waiting = new Lifting() {
            @Override
            public boolean waits() {
                return true;
            }
        };
        undo(
                record -> record.handler().equals("fault:cut") ? waiting : new Lifting(),
                record("cut", "fault:cut"),
                record("second", "fault:latency"),
                record("first", "fault:latency"),
                record("sandbox", "system:sandbox"));

        assertThat(undone).containsExactly("second", "first", "cut", "sandbox");
    }

    @Test
    void callsNothingCleanInTheJournalBeforeTheLastLook() throws InterruptedException {
        UndoHandler slow = new Lifting() {
            @Override
            public Duration inFlight() {
                return Duration.ofSeconds(1);
            }
        };
        CleanUp state = undo(record -> slow, record("toxic", "fault:latency"));

        assertThat(state).isEqualTo(CleanUp.CLEAN);
        assertThat(facts)
                .filteredOn(ResidueInspected.class::isInstance)
                .extracting(fact -> ((ResidueInspected) fact).residue().state())
                .containsExactly(CleanUp.UNKNOWN, CleanUp.CLEAN);
    }

    @Test
    void takesNoCleanLookForProofWhereUndoingSaysThatItProvesNothing() throws InterruptedException {
        UndoHandler blind = new Lifting() {
            @Override
            public void recover(UndoRecord undo) throws InjectionException {
                throw new UnprovenUndoException("nobody could look into the node");
            }
        };

        assertThat(undo(record -> blind, record("cut", "fault:cut"))).isEqualTo(CleanUp.UNKNOWN);
        assertThat(facts.toString()).contains("nobody could look into the node", "undo it by hand: undo cut");
    }
}
