package dev.musterpoint.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.ParsedInput;

/** Splits a line into words as a shell does, quotes and all, and leaves their meaning to the command. */
final class TokenParser implements CommandParser {
    private final DefaultParser words = new DefaultParser();
    private final Set<String> known;

    /** @param known the commands there are; any other line goes to {@link AnythingElse}, which explains */
    TokenParser(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    @Override
    public ParsedInput parse(String line) {
        ParsedLine parsed = words.parse(line, line.length(), Parser.ParseContext.ACCEPT_LINE);
        List<String> tokens =
                parsed.words().stream().filter(word -> !word.isEmpty()).toList();
        boolean isKnown = !tokens.isEmpty() && known.contains(tokens.get(0));
        List<CommandArgument> arguments = new ArrayList<>();
        for (String token : isKnown ? tokens.subList(1, tokens.size()) : tokens) {
            arguments.add(new CommandArgument(arguments.size(), token));
        }
        return new ParsedInput(isKnown ? tokens.get(0) : AnythingElse.NAME, List.of(), List.of(), arguments);
    }
}
