package dev.musterpoint.injectors.command;

import java.util.List;
import java.util.stream.Collectors;

/** Words as a person must type them into a shell, for the command that undoes a fault by hand. Nothing here runs them. */
final class ShellWords {
    private ShellWords() {}

    static String quote(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    static String quote(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
