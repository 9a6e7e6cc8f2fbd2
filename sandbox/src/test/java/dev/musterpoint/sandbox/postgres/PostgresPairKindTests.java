package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.engine.OpenSystems;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.SandboxProvider;
import dev.musterpoint.sandbox.kind.SandboxKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresPairKindTests {
    private static UndoRecord prepare(String runs) {
        Path run = Path.of(runs, "2026-11-21T09-00-00Z-brief");
        Toolbox toolbox =
                new Toolbox(run.getFileName().toString(), run, new OpenSystems(), new SystemRunClock(), new Redactor());
        SystemSpec spec = new SystemSpec("db", SandboxKind.TYPE, new Params(Map.of("name", PairOptions.NAME)));
        return new SandboxProvider().prepare(spec, toolbox).orElseThrow();
    }

    @Test
    void keepsApartTwoRunsOfTheSameSecondInDifferentDirectories() {
        assertThat(prepare("one").ownerMark()).isNotEqualTo(prepare("other").ownerMark());
        assertThat(prepare("one").data().get("directory"))
                .isNotEqualTo(prepare("other").data().get("directory"));
    }

    @Test
    void findsASandboxAgainFromItsRunAlone() {
        assertThat(prepare("one")).isEqualTo(prepare("one"));
    }
}
