package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.verdict.Verdict;

/** Colours, where they are welcome. Never the only sign of anything: the words say the same. */
public record Ink(boolean on) {
    private static final String RESET = "\u001b[0m";

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String good(String text) {
        return paint("32", text);
    }

    public String bad(String text) {
        return paint("31", text);
    }

    public String warn(String text) {
        return paint("33", text);
    }

    public String verdict(Verdict verdict) {
        return switch (verdict) {
            case MET -> paint("1;32", verdict.name());
            case MISSED, NOT_RECOVERED -> paint("1;31", verdict.name());
            case MEASUREMENT_INVALID, NO_EFFECT, INDETERMINATE -> paint("1;33", verdict.name());
        };
    }

    public String cleanUp(CleanUp state) {
        return state == CleanUp.CLEAN ? good(state.name()) : bad(state.name());
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
