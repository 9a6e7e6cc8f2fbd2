package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command that the README and the docs tell to type, and every example of a command's help, is one. */
class DocumentedCommandsTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern NOT_OURS = Pattern.compile("( +(#|>|\\|)|   ).*$");

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>(footers(all(), new ArrayList<>()));
        try (Stream<Path> docs = Files.list(HOME.resolve("docs"))) {
            List<Path> pages = Stream.concat(Stream.of(HOME.resolve("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
            for (Path page : pages) {
                BLOCK.matcher(Files.readString(page))
                        .results()
                        .flatMap(block -> block.group(1).lines())
                        .forEach(commands::add);
            }
        }
        return commands.stream()
                .map(line -> NOT_OURS.matcher(line.strip()).replaceAll(""))
                .filter(line -> line.matches("(\\./)?muster .*"))
                .map(line -> line.replaceFirst("^(\\./)?muster ", "").replaceAll("'[^']*'", "TEXT"))
                .distinct()
                .toList();
    }

    private static CommandLine all() {
        Path nowhere = Path.of("nowhere");
        return new Commands(Typed.app(nowhere, new StringWriter(), new StringWriter(), false)).commandLine();
    }

    private static List<String> footers(CommandLine line, List<String> found) {
        found.addAll(List.of(line.getCommandSpec().usageMessage().footer()));
        line.getSubcommands().values().forEach(sub -> footers(sub, found));
        return found;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isACommand(String command) {
        assertThatCode(() -> all().parseArgs(command.split(" "))).as(command).doesNotThrowAnyException();
    }

    @Test
    void aCommandThatIsNoneWouldBeNoticed() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(30).contains("run export last", "drill new");
        assertThatCode(() -> all().parseArgs("drill", "nwe")).isInstanceOf(CommandLine.ParameterException.class);
        assertThatCode(() -> all().parseArgs("run", "show", "--nosuch"))
                .isInstanceOf(CommandLine.ParameterException.class);
    }
}
