package dev.musterpoint.drills.spi;

import java.util.Map;

/** Takes what undoing needs and only became known while acting. What was given is durable when the call returns. */
@FunctionalInterface
public interface UndoSink {
    void amend(Map<String, String> data);
}
