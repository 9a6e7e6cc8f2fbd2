package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.plan.PolicySnapshot;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a rule of a policy is named in refusals, and how its lists are matched. */
final class Rule {
    private Rule() {}

    /** {@code policy.yaml, 'limits.longestFault'}: where the rule is written. */
    static String at(PolicySnapshot policy, String key) {
        return policy.digest().isEmpty() ? policy.source() : policy.source() + ", '" + key + "'";
    }

    /** What the one who is refused can do about a rule that names what is allowed. */
    static String remedy(PolicySnapshot policy, String key, String wanted) {
        return policy.digest().isEmpty()
                ? "only a policy.yaml can allow it, with '" + key + ": [" + wanted + "]'"
                : "whoever keeps the policy can add '" + wanted + "' to '" + key + "'";
    }

    /** Whether one of {@code patterns} is {@code text}; {@code *} stands for any characters. */
    static boolean matches(List<String> patterns, String text) {
        return patterns.stream()
                .anyMatch(pattern -> expression(pattern).matcher(text).matches());
    }

    private static Pattern expression(String pattern) {
        return Pattern.compile(
                Stream.of(pattern.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
