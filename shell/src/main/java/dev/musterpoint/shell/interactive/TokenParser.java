package dev.musterpoint.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.ParsedInput;

/** Splits a line into words as a shell does, quotes and all, and leaves their meaning to the command. */
final class TokenParser implements CommandParser {
    private final DefaultParser words = new DefaultParser();

    @Override
    public ParsedInput parse(String line) {
        ParsedLine parsed = words.parse(line, line.length(), Parser.ParseContext.ACCEPT_LINE);
        List<String> tokens =
                parsed.words().stream().filter(word -> !word.isEmpty()).toList();
        List<CommandArgument> arguments = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            arguments.add(new CommandArgument(i - 1, tokens.get(i)));
        }
        return new ParsedInput(tokens.isEmpty() ? "" : tokens.get(0), List.of(), List.of(), arguments);
    }
}
