package dev.musterpoint.drills.codec;

import java.util.Locale;

/** Finds passwords that were put into addresses, where they would reach plans, journals and reports. */
final class ClearSecrets {
    private ClearSecrets() {}

    static void check(String key, Yaml.Scalar scalar, Problems problems) {
        if (hasPassword(scalar.text())) {
            problems.add(
                    scalar.place(),
                    "'" + key + "' holds a password in clear; take it out and give it by reference, as { env: NAME }");
        }
    }

    /** Whether {@code text} is an address with {@code user:password@} or {@code password=…} in it. */
    static boolean hasPassword(String text) {
        int authority = text.indexOf("://");
        if (authority < 0) {
            return false;
        }
        return hasUserInfo(text, authority + 3) || text.toLowerCase(Locale.ROOT).contains("password=");
    }

    private static boolean hasUserInfo(String text, int start) {
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int at = text.lastIndexOf('@', end - 1);
        int colon = text.indexOf(':', start);
        return at > start && colon >= 0 && colon < at - 1;
    }
}
