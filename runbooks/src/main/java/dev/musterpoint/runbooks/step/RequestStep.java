package dev.musterpoint.runbooks.step;

import dev.musterpoint.connections.http.WebAnswer;
import dev.musterpoint.connections.http.WebClient;
import dev.musterpoint.connections.http.WebRequest;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Outputs;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Sends one request, once: whether it may be sent again is for the runbook's author to say. */
final class RequestStep implements StepExecutor {
    private final Toolbox toolbox;

    RequestStep(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation)
            throws IOException, InterruptedException, TimeoutException {
        return execute(step, probes, cancellation, Outputs.IGNORED);
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation, Outputs outputs)
            throws IOException, InterruptedException, TimeoutException {
        WebRequest request = WebRequest.of(step.params(), step.timeout());
        WebAnswer answer = new WebClient(toolbox.redactor()).send(request, cancellation);
        String said = request.summary() + " was answered with "
                + (step.outputs().isEmpty() ? answer.summary() : "status " + answer.status());
        if (!answer.expected()) {
            throw new IllegalStateException(said + ", which was not expected");
        }
        step.outputs().forEach(output -> outputs.publish(output.name(), Found.in(answer.raw(), output)));
        return said;
    }
}
