package dev.musterpoint.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Completes commands, options, and names of drills and runs, from the command line's own definition. */
final class ShellCompleter implements Completer {
    private final CommandLine line;

    ShellCompleter(CommandLine line) {
        this.line = line;
    }

    @Override
    public void complete(LineReader reader, ParsedLine typed, List<Candidate> candidates) {
        List<CharSequence> found = new ArrayList<>();
        String[] words = typed.words().toArray(String[]::new);
        AutoComplete.complete(
                line.getCommandSpec(), words, typed.wordIndex(), typed.wordCursor(), typed.cursor(), found);
        String begun = typed.word().substring(0, typed.wordCursor());
        found.forEach(rest -> candidates.add(new Candidate(begun + rest)));
        if (typed.wordIndex() == 0) {
            candidates.add(new Candidate("help"));
            candidates.add(new Candidate("exit"));
        }
    }
}
