package dev.musterpoint.drills.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnseenTeardownTests {
    @TempDir
    Path directory;

    @Test
    void neverCallsATeardownDoneThatOnlyAPersonCanDo() throws InjectionException {
        NoopDrill drill = new NoopDrill(directory);
        UndoRecord undo = new UndoRecord(
                "teardown",
                CatalogueHandlers.TEARDOWN,
                "teardown",
                "muster/teardown",
                UndoKind.MANUAL,
                Duration.ZERO,
                Map.of(),
                "do these steps: 'drop the data'");
        Toolbox toolbox = new Toolbox("r", directory, name -> null, drill.time, drill.redactor);
        var handler = new CatalogueHandlers(drill.catalogue(), toolbox).of(undo);
        assertThat(handler.inspect(undo).state()).isNotEqualTo(CleanUp.CLEAN);
        assertThatThrownBy(() -> handler.recover(undo)).hasMessageContaining("'drop the data'");
    }
}
