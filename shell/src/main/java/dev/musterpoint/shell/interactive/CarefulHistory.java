package dev.musterpoint.shell.interactive;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The history, without lines that look as if they held a secret. */
final class CarefulHistory extends DefaultHistory {
    /** A word with a value behind it, a header that authenticates, or a URL with a password. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(pass|pwd|secret|token|(api|access|private|account).?key|credential)[^ =]*=|--(pass|secret|token)[^ ]* "
                    + "|\\b(bearer|basic|authorization)\\b|://[^/ ]*:[^/ ]*@");

    @Override
    public void add(Instant time, String line) {
        if (!SECRET.matcher(line).find()) {
            super.add(time, line);
        }
    }
}
