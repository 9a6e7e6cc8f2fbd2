package dev.musterpoint.connections.command;

import dev.musterpoint.connections.secret.SecretReference;
import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SecretNames;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Redactor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A program and how it is run: its absolute path and arguments, never through a shell.
 *
 * @param run         the program, and its arguments as they are
 * @param timeout     after which it is ended
 * @param expectExit  the exit code that means yes
 * @param pass        variables of the runner's environment that it may see, by name; {@code PATH} it always sees
 * @param environment more variables, whose values are texts or references to secrets
 */
public record Command(List<String> run, Duration timeout, int expectExit, List<String> pass, Params environment) {
    /** How long a command may take unless it says otherwise. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    private static final String RUN = "run";
    private static final String TIMEOUT = "timeout";
    private static final String EXPECT_EXIT = "expectExit";
    private static final String PASS = "pass";
    private static final String ENVIRONMENT = "environment";

    public Command {
        run = List.copyOf(run);
        if (run.isEmpty() || !run.get(0).startsWith("/")) {
            throw new IllegalArgumentException("a command begins with a program's absolute path, not with " + run);
        }
        Checks.positive(timeout, TIMEOUT);
        pass = List.copyOf(pass);
        Objects.requireNonNull(environment);
    }

    /** Reads a command as {@link #parameters} declare it. */
    public static Command of(Params params) {
        return of(params, params.duration(TIMEOUT, USUAL_TIMEOUT));
    }

    /** As {@link #of(Params)}, with a timeout that is settled elsewhere. */
    public static Command of(Params params, Duration timeout) {
        return new Command(
                params.texts(RUN),
                timeout,
                params.integer(EXPECT_EXIT, 0),
                params.texts(PASS),
                params.nested(ENVIRONMENT));
    }

    /** What a drill or a runbook says of a command, its own timeout included. */
    public static List<Parameter> parameters() {
        return Stream.concat(
                        untimedParameters().stream(),
                        Stream.of(Parameter.optional(
                                TIMEOUT, ParameterType.DURATION, "30s", "After which the program is ended")))
                .toList();
    }

    /** What is said of a command whose timeout is settled elsewhere. */
    public static List<Parameter> untimedParameters() {
        return Stream.concat(
                        bareParameters().stream(),
                        Stream.of(Parameter.optional(
                                EXPECT_EXIT,
                                ParameterType.INTEGER,
                                "0",
                                "The exit code that means that it is as it should be")))
                .toList();
    }

    /** What is said of a command whose timeout, and what is expected of it, are settled elsewhere. */
    public static List<Parameter> bareParameters() {
        return List.of(
                Parameter.required(
                        RUN, ParameterType.PROGRAM, "The program by its absolute path, and its arguments; no shell"),
                Parameter.optional(
                        PASS,
                        ParameterType.TEXT_LIST,
                        "PATH alone",
                        "Variables of the runner's environment that the program may see, by name"),
                Parameter.optional(
                        ENVIRONMENT,
                        ParameterType.SECRET_MAP,
                        "none",
                        "More variables: texts, or references to secrets such as { env: TOKEN }"));
    }

    /** The program's name for people: the path without the arguments, which may say much. */
    public String program() {
        return run.get(0);
    }

    /** The whole environment that the program sees. Secrets in it are made known to {@code redactor}. */
    Map<String, String> resolved(Map<String, String> runners, Redactor redactor) {
        Map<String, String> seen = new LinkedHashMap<>();
        if (runners.containsKey("PATH")) {
            seen.put("PATH", runners.get("PATH"));
        }
        for (String name : pass) {
            if (runners.containsKey(name)) {
                String value = runners.get(name);
                seen.put(name, SecretNames.isSecret(name) ? redactor.protect(value) : value);
            }
        }
        environment
                .values()
                .forEach((name, value) -> seen.put(
                        name,
                        value instanceof Map
                                ? SecretReference.of(environment.nested(name)).resolve(redactor)
                                : String.valueOf(value)));
        return seen;
    }
}
