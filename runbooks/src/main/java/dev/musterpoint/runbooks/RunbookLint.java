package dev.musterpoint.runbooks;

import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.RunbookStep.Manual;
import dev.musterpoint.drills.spec.RunbookStep.Unattended;
import dev.musterpoint.drills.spec.StepPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remarks on runbooks that are correct and will serve badly: time that cannot be billed, steps that nobody reaches. */
public final class RunbookLint {
    private final List<RunbookStep> steps;
    private final List<RunbookRemark> remarks = new ArrayList<>();

    private RunbookLint(List<RunbookStep> steps) {
        this.steps = steps;
    }

    /** The remarks, in the order of the steps; empty when there is nothing to say. */
    public static List<RunbookRemark> check(Runbook runbook) {
        RunbookLint lint = new RunbookLint(runbook.steps());
        for (int i = 0; i < lint.steps.size(); i++) {
            lint.times(lint.steps.get(i));
            lint.nobodyThere(i);
        }
        lint.parts();
        return List.copyOf(lint.remarks);
    }

    private void times(RunbookStep step) {
        if (step.planned().isZero()) {
            remark(step, "it is planned to take no time, so that nothing tells when it is late; give 'planned'");
        } else if (step.planned().compareTo(timeout(step)) > 0) {
            remark(
                    step,
                    "it is planned to take " + Durations.format(step.planned()) + " and given up after "
                            + Durations.format(timeout(step)) + "; raise 'timeout' above 'planned'");
        }
    }

    private static Duration timeout(RunbookStep step) {
        return step instanceof Automated automated ? automated.timeout() : ((Manual) step).timeout();
    }

    /** With nobody at the terminal the runbook ends at such a step, and what acts after it is never done. */
    private void nobodyThere(int index) {
        if (!(steps.get(index) instanceof Manual manual) || manual.unattended() != Unattended.STOP) {
            return;
        }
        steps.subList(index + 1, steps.size()).stream()
                .filter(later -> later instanceof Automated && acts(later))
                .findFirst()
                .ifPresent(
                        later -> remark(
                                manual,
                                "with nobody there the runbook ends here, and '" + later.name()
                                        + "' is not done; a scheduled drill needs 'unattended: skip' or an automated decision"));
    }

    private void parts() {
        int lastAct = Math.max(last(StepPart.ACT), last(StepPart.SWITCH));
        if (lastAct < 0) {
            remarks.add(new RunbookRemark("", "no step acts, so nothing here brings the service back"));
        } else if (last(StepPart.CHECK) < lastAct) {
            remark(
                    steps.get(lastAct),
                    "nothing checks afterwards whether it worked; end with a step of 'part: check', such as wait-for");
        }
        for (int i = 0; i < lastAct; i++) {
            if (steps.get(i).part() == StepPart.CHECK && noActBefore(i)) {
                remark(steps.get(i), "it checks before any step has acted; is it 'part: detect'?");
            }
        }
    }

    private boolean noActBefore(int index) {
        return steps.subList(0, index).stream().noneMatch(RunbookLint::acts);
    }

    private static boolean acts(RunbookStep step) {
        return step.part() == StepPart.ACT || step.part() == StepPart.SWITCH;
    }

    private int last(StepPart part) {
        int last = -1;
        for (int i = 0; i < steps.size(); i++) {
            last = steps.get(i).part() == part ? i : last;
        }
        return last;
    }

    private void remark(RunbookStep step, String message) {
        remarks.add(new RunbookRemark(step.name(), message));
    }
}
