package dev.musterpoint.verifiers.check.columns;

/** Sorts rows of columns by sorting their numbers: a stable merge sort that is quick on rows that are almost in order. */
public final class RowOrder {
    private RowOrder() {}

    /** Compares two rows by their numbers, as {@link java.util.Comparator} does. */
    @FunctionalInterface
    public interface RowComparator {
        int compare(int left, int right);
    }

    /** The numbers 0 … {@code rows} − 1 in the order of {@code comparator}; equal rows stay as they were. */
    public static int[] of(int rows, RowComparator comparator) {
        int[] order = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = row;
        }
        int[] spare = new int[rows];
        for (int width = 1; width < rows; width *= 2) {
            for (int from = 0; from < rows - width; from += 2 * width) {
                merge(order, spare, from, from + width, Math.min(from + 2 * width, rows), comparator);
            }
        }
        return order;
    }

    private static void merge(int[] order, int[] spare, int from, int middle, int to, RowComparator comparator) {
        if (comparator.compare(order[middle - 1], order[middle]) <= 0) {
            return;
        }
        // Rows that are almost in order leave their place by a few only: what stands before those stays where it is.
        int first = middle - 1;
        while (first > from && comparator.compare(order[first - 1], order[middle]) > 0) {
            first--;
        }
        System.arraycopy(order, first, spare, first, middle - first);
        int left = first;
        int right = middle;
        for (int at = first; left < middle; at++) {
            boolean takeRight = right < to && comparator.compare(order[right], spare[left]) < 0;
            order[at] = takeRight ? order[right++] : spare[left++];
        }
    }
}
