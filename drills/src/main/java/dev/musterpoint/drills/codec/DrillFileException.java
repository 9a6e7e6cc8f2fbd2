package dev.musterpoint.drills.codec;

import java.util.List;
import java.util.stream.Collectors;

/** A drill or runbook file cannot be used. Carries every problem found in it, by place. */
public class DrillFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public DrillFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
