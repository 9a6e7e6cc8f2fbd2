package dev.musterpoint.shell.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the libraries and we log. Only touched when it differs from what the configuration says: it costs time. */
final class Logs {
    private Logs() {}

    static void level(boolean debug, boolean quiet) {
        if (debug || quiet) {
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(debug ? Level.DEBUG : Level.ERROR);
        }
    }
}
