package dev.musterpoint.drills.codec;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name that was probably meant: the nearest by edits, with a swap of neighbours counted as one edit. */
public final class Nearest {
    /** Longer words are no typing mistakes, and comparing them would take long. */
    private static final int LONGEST = 64;

    /** More are not compared, nor more than {@link #MOST_LISTED} listed: a file may declare any number of names. */
    private static final int MOST_COMPARED = 1_000;

    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /** The candidate nearest to {@code word}, at most a third of its letters away; empty when there is none. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (Iterator<String> rest = candidates.stream().limit(MOST_COMPARED).iterator(); rest.hasNext(); ) {
            String candidate = rest.next();
            int edits = edits(lower(word), lower(candidate));
            if (edits <= allowed(word, candidate) && edits < least) {
                nearest = candidate;
                least = edits;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** {@code "; did you mean 'probes'?"}, or an empty text when no candidate is near. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** As {@link #hint}, and when no candidate is near, {@code otherwise} with all of them listed. */
    public static String hint(String word, Collection<String> candidates, String otherwise) {
        return to(word, candidates)
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> "; " + otherwise + ": " + list(candidates));
    }

    private static String list(Collection<String> names) {
        String first = names.stream().limit(MOST_LISTED).map(Quoted::cut).collect(Collectors.joining(", "));
        int more = names.size() - MOST_LISTED;
        return names.isEmpty() ? "none" : first + (more > 0 ? ", … and " + more + " more" : "");
    }

    private static int allowed(String word, String candidate) {
        int length = Math.max(word.length(), candidate.length());
        return length < 2 ? 0 : Math.max(1, length / 3);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Optimal string alignment distance (Damerau 1964, each pair of letters edited once). */
    static int edits(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int cheapest(int[][] table, String a, String b, int i, int j) {
        int replace = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
