package dev.musterpoint.connections.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shell that waits for a word on its input and then becomes the program, which so has the id that is already known. When
 * this process dies first the kernel closes the pipe, no word comes, and the program never begins.
 */
final class Gate {
    private static final String OPEN = "go\n";
    /** The program and its arguments arrive as positional parameters; nothing of them is ever read as shell text. */
    private static final String SCRIPT = "read -r word && unset $0 && exec \"$@\" </dev/null";
    /** What shells put into the environment of their own accord. */
    private static final List<String> OF_SHELLS = List.of("PWD", "OLDPWD", "SHLVL");

    private Gate() {}

    /** @param runners the environment of this process */
    static List<String> before(Command command, Map<String, String> runners) {
        String unwanted = OF_SHELLS.stream()
                .filter(name -> !command.environment().has(name))
                .filter(name -> !command.pass().contains(name) || !runners.containsKey(name))
                .collect(Collectors.joining(" "));
        return Stream.concat(Stream.of("/bin/sh", "-c", SCRIPT, unwanted), command.run().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static void open(Process process) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write(OPEN.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
