package dev.musterpoint.shell.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be configured: in files by its {@link #written} name, in the environment by its {@link #variable}. */
public enum Key {
    RUNS("--runs", "where runs are kept"),
    POLICY("", "the policy that drills are held against"),
    STATE("", "where sandboxes that stay up and the shell's history are kept"),
    OUTPUT("--output", "how results are printed", "table", "json", "yaml"),
    COLOUR("--no-color", "whether output is coloured", "auto", "always", "never"),
    QUIET("--quiet", "whether messages but errors are left out", "false", "true");

    private final String option;
    private final String meaning;
    private final List<String> choices;

    Key(String option, String meaning, String... choices) {
        this.option = option;
        this.meaning = meaning;
        this.choices = List.of(choices);
    }

    /** As files have it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variable of the environment. */
    public String variable() {
        return "MUSTER_" + name();
    }

    /** The option that commands take for it; empty when there is none. */
    public String option() {
        return option;
    }

    public String meaning() {
        return meaning;
    }

    /** The only values there are, the usual one first; empty for a path. */
    public List<String> choices() {
        return choices;
    }

    boolean isPath() {
        return choices.isEmpty();
    }

    static List<String> allWritten() {
        return Arrays.stream(values()).map(Key::written).toList();
    }
}
