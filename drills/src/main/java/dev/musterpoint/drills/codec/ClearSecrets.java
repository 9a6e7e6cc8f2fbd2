package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.SecretNames;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets that were written into a file, where they would reach plans, journals and reports. */
final class ClearSecrets {
    /** {@code password=…} in a query, a form, an option or a connection string, and {@code "password": "…"} in JSON. */
    private static final Pattern PAIR = Pattern.compile(
            "(?<![A-Za-z0-9_.-])-{0,2}([A-Za-z0-9_.-]{2,100}+)(?:=(?!['\"]{2}|\\$\\d|[\\s&]|$)|\"\\s*:\\s*\"(?!\"))");
    /** {@code Authorization: …}, as in an argument of a client. */
    private static final Pattern HEADER = Pattern.compile("^\\s*([A-Za-z0-9-]{2,100}+):\\s*\\S");
    /** Credentials that show by their form what they are. */
    private static final Pattern FORM = Pattern.compile("^\\s*(?i:bearer|basic)\\s+\\S{6}|-----BEGIN [A-Z ]*PRIVATE KEY"
            + "|\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{30}|\\bxox[abprs]-[A-Za-z0-9-]{10}"
            + "|\\beyJ[A-Za-z0-9_-]{8,}+\\.eyJ");

    private ClearSecrets() {}

    /** Reports secrets among the values of a whole file. */
    static void check(Yaml node, Problems problems) {
        check("this", node, problems);
    }

    private static void check(String key, Yaml node, Problems problems) {
        if (node instanceof Yaml.Scalar scalar) {
            check(key, scalar, problems);
        } else if (node instanceof Yaml.Sequence list) {
            list.items().forEach(item -> check(key, item, problems));
            options(key, list.items(), problems);
        } else if (node instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach(entry -> check(Quoted.cut(entry.key().text()), entry.value(), problems));
        }
    }

    private static void check(String key, Yaml.Scalar scalar, Problems problems) {
        if (hasSecret(scalar.text())) {
            report(key, scalar, problems);
        }
    }

    /** The message shows nothing of the value. */
    private static void report(String key, Yaml.Scalar scalar, Problems problems) {
        problems.add(
                scalar.place(),
                "'" + key + "' holds a secret in clear; take it out and give it by reference, as { env: NAME }");
    }

    /** Reports plain texts under keys that are a secret's by name, where a reference could stand. */
    static void checkNamed(String key, Yaml.Scalar scalar, Problems problems) {
        if (SecretNames.isSecret(key) && !scalar.text().isEmpty()) {
            report(Quoted.cut(key), scalar, problems);
        }
    }

    /** {@code --password} and its value as two words. */
    private static void options(String key, List<Yaml> words, Problems problems) {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i - 1) instanceof Yaml.Scalar option
                    && option.text().startsWith("-")
                    && SecretNames.isSecret(option.text())
                    && words.get(i) instanceof Yaml.Scalar value
                    && !value.text().startsWith("-")) {
                report(key, value, problems);
            }
        }
    }

    /** Whether {@code text} holds {@code user:password@}, {@code password=…} or the like. */
    static boolean hasSecret(String text) {
        return hasUserInfo(text)
                || hasPair(PAIR, text)
                || hasPair(HEADER, text)
                || FORM.matcher(text).find();
    }

    private static boolean hasPair(Pattern pattern, String text) {
        Matcher pairs = pattern.matcher(text);
        while (pairs.find()) {
            if (SecretNames.isSecret(pairs.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasUserInfo(String text) {
        int authority = text.indexOf("://");
        if (authority < 0) {
            return false;
        }
        int start = authority + 3;
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int at = text.lastIndexOf('@', end - 1);
        int colon = text.indexOf(':', start);
        return at > start && colon >= 0 && colon < at - 1;
    }
}
