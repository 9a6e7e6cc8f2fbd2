package dev.musterpoint.shell.command;

import dev.musterpoint.programme.halt.Halt;

/** The lever for machines. {@code reason}, {@code by} and {@code at} are empty while it is not engaged. */
record HaltStatus(boolean engaged, String reason, String by, String at) {
    static final HaltStatus RELEASED = new HaltStatus(false, "", "", "");

    static HaltStatus of(Halt halt) {
        return new HaltStatus(true, halt.reason(), halt.by(), halt.at().toString());
    }
}
