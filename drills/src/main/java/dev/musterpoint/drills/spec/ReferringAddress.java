package dev.musterpoint.drills.spec;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A web address that holds outputs of steps. Each value stays the part that it stands in: in the host it must be a host or
 * a port, elsewhere it is encoded, so that no value can add a path, a parameter or another host.
 */
public final class ReferringAddress {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern ADDRESS_6 = Pattern.compile("[0-9A-Fa-f:]+:[0-9A-Fa-f:.]*");

    private ReferringAddress() {}

    /** Whether {@code text} is meant as an address. */
    public static boolean isMeant(ReferringText text) {
        String first = text.pieces().get(0).text();
        return first.startsWith("http://") || first.startsWith("https://");
    }

    /** What is wrong with it whatever its values, for a message that a key's name precedes; empty when nothing is. */
    public static Optional<String> problem(ReferringText text) {
        return isMeant(text)
                ? WebAddress.problem(text.filled(reference -> "1"))
                : Optional.of("must begin with http:// or https://, as in http://${steps.STEP.host}/path");
    }

    /** Whether host or port are known only with the values. */
    public static boolean isHostOpen(ReferringText text) {
        StringBuilder before = new StringBuilder();
        for (ReferringText.Piece piece : text.pieces()) {
            if (piece.reference().isPresent() && isInAuthority(before)) {
                return true;
            }
            before.append(piece.reference().isPresent() ? "1" : piece.text());
        }
        return false;
    }

    /** The address with its values. @throws IllegalArgumentException when one cannot stand where it is put */
    public static String filled(ReferringText text, Function<OutputReference, String> values) {
        StringBuilder address = new StringBuilder();
        for (ReferringText.Piece piece : text.pieces()) {
            address.append(piece.reference()
                    .map(reference -> part(reference, values.apply(reference), isInAuthority(address)))
                    .orElse(piece.text()));
        }
        return address.toString();
    }

    private static String part(OutputReference reference, String value, boolean host) {
        if (!host) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
        if (HOST.matcher(value).matches()) {
            return value;
        }
        if (ADDRESS_6.matcher(value).matches()) {
            return "[" + value + "]";
        }
        throw new IllegalArgumentException("the value of " + reference + " is neither a host nor a port");
    }

    private static boolean isInAuthority(CharSequence before) {
        String text = before.toString();
        int start = text.indexOf("://") + 3;
        return text.substring(start).chars().noneMatch(c -> c == '/' || c == '?' || c == '#');
    }
}
