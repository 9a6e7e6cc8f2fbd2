package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.SecretNames;
import java.util.ArrayList;
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

    /**
     * A whole file's values without the secrets among them, which are reported: no later message can repeat what is not
     * there any more.
     */
    static Yaml remove(Yaml node, Problems problems) {
        return remove("this", node, problems);
    }

    private static Yaml remove(String key, Yaml node, Problems problems) {
        if (node instanceof Yaml.Scalar scalar) {
            return hasSecret(scalar.text()) ? report(key, scalar, problems) : scalar;
        }
        if (node instanceof Yaml.Sequence list) {
            return new Yaml.Sequence(list.place(), words(key, list.items(), problems));
        }
        if (node instanceof Yaml.Mapping mapping) {
            return new Yaml.Mapping(
                    mapping.place(),
                    mapping.entries().stream()
                            .map(entry -> new Yaml.Entry(
                                    entry.key(), remove(Quoted.cut(entry.key().text()), entry.value(), problems)))
                            .toList());
        }
        return node;
    }

    /** The message shows nothing of the value. */
    private static Yaml report(String key, Yaml.Scalar scalar, Problems problems) {
        problems.add(
                scalar.place(),
                "'" + key + "' holds a secret in clear; take it out and give it by reference, as { env: NAME }");
        return new Yaml.Unread(scalar.place());
    }

    /** The items of a list; {@code --password} and its value may be two of them. */
    private static List<Yaml> words(String key, List<Yaml> items, Problems problems) {
        List<Yaml> words = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean secret = i > 0
                    && isOption(items.get(i - 1))
                    && items.get(i) instanceof Yaml.Scalar value
                    && !value.text().startsWith("-");
            words.add(secret ? report(key, (Yaml.Scalar) items.get(i), problems) : remove(key, items.get(i), problems));
        }
        return words;
    }

    private static boolean isOption(Yaml word) {
        return word instanceof Yaml.Scalar option
                && option.text().startsWith("-")
                && SecretNames.isSecret(option.text());
    }

    /** Whether a plain text stands under a key that is a secret's by its name; reported if so. */
    static boolean isNamed(String key, Yaml.Scalar scalar, Problems problems) {
        boolean secret = SecretNames.isSecret(key) && !scalar.text().isEmpty();
        if (secret) {
            report(Quoted.cut(key), scalar, problems);
        }
        return secret;
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
