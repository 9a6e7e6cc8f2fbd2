package dev.musterpoint.shell.template;

import dev.musterpoint.drills.codec.MachineOutput;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.WebAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an answer must look like, and how it stands in a file. The reader of drills has the last word. */
public enum Form {
    TEXT,
    NAME {
        @Override
        void check(String answer) {
            require(
                    answer.matches("[a-z0-9][a-z0-9-]{0,50}"),
                    "use at most 50 small letters, digits and '-', beginning with a letter or digit");
        }
    },
    DURATION {
        @Override
        void check(String answer) {
            Durations.parse(answer);
        }
    },
    SHARE {
        @Override
        void check(String answer) {
            Share.parse(answer);
        }
    },
    JDBC {
        @Override
        void check(String answer) {
            require(answer.startsWith("jdbc:postgresql://"), "write one such as jdbc:postgresql://host:5432/database");
        }
    },
    HTTP {
        @Override
        void check(String answer) {
            WebAddress.parse(answer);
        }
    },
    ADDRESS {
        @Override
        void check(String answer) {
            require(answer.matches("[^\\s:]+:[0-9]{1,5}"), "write HOST:PORT");
        }
    },
    REPLICATION {
        @Override
        void check(String answer) {
            require(List.of("async", "sync", "delayed").contains(answer), "write async, sync or delayed");
        }
    },
    /** A reference to a secret, {@code env:NAME} or {@code file:PATH}. */
    SECRET {
        @Override
        void check(String answer) {
            require(
                    answer.matches("(env|file):.+"),
                    "a password never stands in a drill; write env:NAME or file:PATH for where it is found");
        }

        @Override
        String written(String answer) {
            int split = answer.indexOf(':');
            return "{ " + answer.substring(0, split) + ": " + scalar(answer.substring(split + 1)) + " }";
        }
    },
    /** A process by its id, or by a file that begins with it. */
    PROCESS {
        @Override
        String written(String answer) {
            return answer.matches("[0-9]+") ? "{ pid: " + answer + " }" : "{ pidFile: " + scalar(answer) + " }";
        }
    };

    /** What needs no quotes in YAML, wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9_./%-]*");

    private static final List<String> WORDS = List.of("true", "false", "null");

    /** @throws IllegalArgumentException saying what is wrong with {@code answer} */
    void check(String answer) {
        // Any text will do.
    }

    /** {@code answer}, which was checked, as YAML. */
    String written(String answer) {
        return scalar(answer);
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** In double quotes unless it can do without; what JSON escapes, YAML reads the same. */
    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : MachineOutput.json(text);
    }

    static Form of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    static List<String> all() {
        return Arrays.stream(values())
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
