package dev.musterpoint.shell.interactive;

import dev.musterpoint.connections.secret.PlanSecrets;
import dev.musterpoint.drills.spi.Redactor;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The history, without lines that look as if they held a secret, or do hold one of the environment. */
final class CarefulHistory extends DefaultHistory {
    /** A word with a value behind it, a header that authenticates, or a URL with a password. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(pass|pwd|secret|token|(api|access|private|account).?key|credential)[^ =]*=|--(pass|secret|token)[^ ]* "
                    + "|(authorization|cookie)[^ ]*[= :]|\\b(bearer|basic)\\b|\\b(pw|pat|auth)[=:]"
                    + "|://[^/ ]*:[^/ ]*@|-----BEGIN");

    private final Redactor redactor = new Redactor();

    CarefulHistory(Map<String, String> environment) {
        PlanSecrets.protectEnvironment(environment, redactor);
    }

    @Override
    public void add(Instant time, String line) {
        if (!SECRET.matcher(line).find()
                && Redactor.process().redact(line).equals(line)
                && redactor.redact(line).equals(line)) {
            super.add(time, line);
        }
    }
}
