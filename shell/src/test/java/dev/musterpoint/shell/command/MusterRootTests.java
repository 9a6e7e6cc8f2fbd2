package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

class MusterRootTests {
    static Iterable<Map.Entry<String, Class<? extends MusterCommand>>> all() {
        return MusterRoot.commands();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCommandStandsUnderItsName(Map.Entry<String, Class<? extends MusterCommand>> command) {
        assertThat(command.getValue().getAnnotation(Command.class).name()).isEqualTo(command.getKey());
    }

    @Test
    void makesOnlyTheCommandThatIsAskedFor() {
        assertThat(MusterRoot.commands("drill", "list"))
                .extracting(Map.Entry::getKey)
                .containsExactly("drill");
    }

    @Test
    void makesAllForHelpAndForWordsItDoesNotKnow() {
        assertThat(MusterRoot.commands("--help")).isEqualTo(MusterRoot.commands());
        assertThat(MusterRoot.commands("dril")).isEqualTo(MusterRoot.commands());
        assertThat(MusterRoot.commands(new String[0])).isEqualTo(MusterRoot.commands());
    }
}
