package dev.musterpoint.drills.spi;

/** What a parameter's value may be. */
public enum ParameterType {
    TEXT,
    /** A text with a structure of its own, such as a request's body: it may be an output of a step, but hold none. */
    CONTENT,
    /** An SQL statement: outputs of steps go to it as bound values. */
    STATEMENT,
    INTEGER,
    BOOLEAN,
    DURATION,
    SHARE,
    RATE,
    TEXT_LIST,
    /** A reference to a secret: {@code {env: NAME}} or {@code {file: PATH}}; never the secret itself. */
    SECRET,
    /** A map with text values. */
    TEXT_MAP,
    /** A map whose values are texts, or references to secrets. */
    SECRET_MAP,
    /** A whole number, a range of them such as {@code 200-299}, or a list of these. */
    RANGES,
    /** A mapping whose keys are parameters of their own. */
    MAPPING,
    /** A program by its absolute path, and its arguments, as a list. Only programs that the policy allows are run. */
    PROGRAM,
    /** A file of this machine that is read when a drill is planned, where the policy allows targets outside a sandbox. */
    FILE,
    /** An {@code http} or {@code https} address. Only hosts that the policy allows are sent requests. */
    URL
}
