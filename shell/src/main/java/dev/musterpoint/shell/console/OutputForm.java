package dev.musterpoint.shell.console;

/** How results are printed. */
public enum OutputForm {
    /** For people. */
    table,
    json,
    yaml
}
