package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.ReferringText;
import java.util.List;
import java.util.Set;

/** Finds scripts that a shell would take apart with the outputs of steps in them. */
final class ShellScripts {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "ash", "fish");

    private ShellScripts() {}

    /** Whether {@code words}, a program and its arguments, hold a script with an output of a step in it. */
    static boolean holdOutput(List<Object> words) {
        if (words.isEmpty() || !(words.get(0) instanceof String program) || !SHELLS.contains(last(program))) {
            return false;
        }
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i) instanceof String flag
                    && flag.matches("-[a-z]*c[a-z]*")
                    && ReferringText.of(words.get(i + 1)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
