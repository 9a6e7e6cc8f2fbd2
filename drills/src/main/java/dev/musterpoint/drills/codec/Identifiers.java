package dev.musterpoint.drills.codec;

/** The forms of the names that machines use. */
final class Identifiers {
    /** Names become parts of directory names, table names and labels. */
    private static final int LONGEST = 63;

    private Identifiers() {}

    /** Whether {@code name} is a name of a drill, runbook, system, probe or workload. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.charAt(0) != '-'
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }

    /** Whether {@code name} is a name of a variable, of a drill or of the environment. */
    static boolean isVariable(String name) {
        return !name.isEmpty()
                && !(name.charAt(0) >= '0' && name.charAt(0) <= '9')
                && name.chars()
                        .allMatch(
                                c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
    }

    static void check(Yaml.Scalar name, String what, Problems problems) {
        if (!isName(name.text())) {
            problems.add(
                    name.place(),
                    Quoted.of(name.text()) + " cannot be " + what
                            + ": use up to 63 small letters, digits and '-', beginning with a letter or digit");
        }
    }
}
