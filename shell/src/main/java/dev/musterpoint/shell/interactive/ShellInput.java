package dev.musterpoint.shell.interactive;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.springframework.shell.jline.JLineInputProvider;

/** Reads lines: Ctrl-C drops the line one was typing, Ctrl-D leaves. */
final class ShellInput extends JLineInputProvider {
    ShellInput(LineReader reader) {
        super(reader);
    }

    @Override
    public String readInput() {
        try {
            return super.readInput().strip();
        } catch (UserInterruptException e) {
            return "";
        } catch (EndOfFileException e) {
            return "exit";
        }
    }
}
