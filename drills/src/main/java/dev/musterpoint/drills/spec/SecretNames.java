package dev.musterpoint.drills.spec;

import java.util.regex.Pattern;

/** Tells by its name whether a variable, header, query parameter, key or option holds a secret. */
public final class SecretNames {
    /** A name ends with what its value is: {@code DB_PASSWORD} is a password, {@code PASSWORD_FILE} is a file. */
    private static final Pattern NAME = Pattern.compile(
            "(?:passw(?:or)?d|passwd|passphrase|secret|token|credentials?"
                    + "|authorization|cookie|bearer|(?:api|access|private|secret|signing)[-_.]?key)$"
                    + "|(?:^|[-_.])(?:pass|pw|pat|auth)$",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 100;

    private SecretNames() {}

    /** Whether what bears {@code name} is a secret by all custom. */
    public static boolean isSecret(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).find();
    }
}
