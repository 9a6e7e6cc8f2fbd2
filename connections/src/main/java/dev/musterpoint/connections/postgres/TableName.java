package dev.musterpoint.connections.postgres;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of a table, with or without its schema: letters, digits and underscores, so that it is safe inside quotes. */
public record TableName(String name) {
    private static final String PART = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    private static final Pattern NAME = Pattern.compile(PART + "(\\." + PART + ")?");

    public TableName {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name for a table: write letters, digits and '_', at most"
                            + " 63 of them, such as musterpoint_ledger or app.musterpoint_ledger");
        }
    }

    /** For use in a statement. */
    public String quoted() {
        return Arrays.stream(name.split("\\.")).map(part -> '"' + part + '"').collect(Collectors.joining("."));
    }
}
