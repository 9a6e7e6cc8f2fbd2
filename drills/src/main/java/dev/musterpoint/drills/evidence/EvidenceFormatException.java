package dev.musterpoint.drills.evidence;

/** A stored line that is not what its file should hold; the message names file and line. */
public final class EvidenceFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvidenceFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
