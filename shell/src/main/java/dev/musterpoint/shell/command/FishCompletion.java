package dev.musterpoint.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion script for fish, from the command line's own definition. */
final class FishCompletion {
    private static final String AT = "__muster_at";
    private static final String UNDER = "__muster_under";
    private static final String HEAD = """
            # Completion of muster for fish. Made by 'muster completion fish'.

            # Whether the words so far, options left out, are exactly those given.
            function __muster_at
                set -l words (commandline -opc)
                set -e words[1]
                set -l plain (string match -v -- '-*' $words)
                test "$plain" = "$argv"
            end

            # Whether the words so far, options left out, begin with those given.
            function __muster_under
                set -l words (commandline -opc)
                set -e words[1]
                set -l plain (string match -v -- '-*' $words)
                set -l wanted (count $argv)
                test "$plain[1..$wanted]" = "$argv"
            end

            complete -c muster -f
            """;

    private final CommandLine root;
    private final StringBuilder out = new StringBuilder(HEAD);

    FishCompletion(CommandLine root) {
        this.root = root;
    }

    String script() {
        add(root, List.of());
        return out.toString();
    }

    private void add(CommandLine line, List<String> path) {
        CommandSpec spec = line.getCommandSpec();
        for (Map.Entry<String, CommandLine> sub : line.getSubcommands().entrySet()) {
            if (sub.getValue().getCommandSpec().usageMessage().hidden()) {
                continue;
            }
            complete(
                    AT,
                    path,
                    "-a " + quoted(sub.getKey()),
                    description(sub.getValue().getCommandSpec()));
            List<String> longer = new ArrayList<>(path);
            longer.add(sub.getKey());
            add(sub.getValue(), longer);
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            candidates(parameter.completionCandidates())
                    .forEach(candidate -> complete(AT, path, "-a " + quoted(candidate), ""));
        }
        // Behind a command's own words its options may stand anywhere; a group's stand before the next word.
        String where = path.isEmpty() || !line.getSubcommands().isEmpty() ? AT : UNDER;
        spec.options().forEach(option -> option(where, path, option));
    }

    private void option(String where, List<String> path, OptionSpec option) {
        StringBuilder how = new StringBuilder();
        for (String name : option.names()) {
            how.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .append(' ');
        }
        if (option.arity().max() > 0) {
            List<String> values = candidates(option.completionCandidates());
            how.append(values.isEmpty() ? "-r -F" : "-x -a " + quoted(String.join(" ", values)));
        }
        complete(where, path, how.toString().strip(), String.join(" ", option.description()));
    }

    private void complete(String where, List<String> path, String what, String description) {
        out.append("complete -c muster -n ")
                .append(quoted((where + " " + String.join(" ", path)).strip()))
                .append(' ')
                .append(what);
        if (!description.isEmpty()) {
            out.append(" -d ").append(quoted(description));
        }
        out.append('\n');
    }

    private static List<String> candidates(Iterable<String> candidates) {
        return candidates == null
                ? List.of()
                : StreamSupport.stream(candidates.spliterator(), false).toList();
    }

    private static String description(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
