package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.MachineOutput;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.config.Key;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.console.OutputForm;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What all commands share: the options everybody takes, and how results are printed. */
@Command(mixinStandardHelpOptions = true)
abstract class MusterCommand implements Callable<Integer> {
    @Mixin
    final GlobalOptions global = new GlobalOptions();

    private final App app;

    MusterCommand(App app) {
        this.app = app;
    }

    @Override
    public final Integer call() throws Exception {
        app.configure(global);
        global.complete(app.configuration());
        Logs.level(global.debug, global.quiet);
        if (mindsUnfinishedRuns()) {
            app.recoverService().unfinished().forEach(this::warnOf);
        }
        int code = execute().code();
        console().out().flush();
        return code;
    }

    abstract ExitCode execute() throws Exception;

    /** Whether runs that were cut short are pointed out first. */
    boolean mindsUnfinishedRuns() {
        return true;
    }

    private void warnOf(RunDirectory run) {
        say("muster: run " + run.runId() + " was cut short and may have left something; 'muster recover " + run.runId()
                + "' removes it");
    }

    final App app() {
        return app;
    }

    final Console console() {
        return app.console().coloured(app.configuration().value(Key.COLOUR));
    }

    final PrintWriter out() {
        return console().out();
    }

    /** A message for people, on stderr. */
    final void say(String message) {
        if (!global.quiet) {
            console().err().println(message);
            console().err().flush();
        }
    }

    /** Prints a value for machines, or lets {@code forPeople} print it. */
    final void print(Object value, Runnable forPeople) {
        if (global.output == OutputForm.table) {
            forPeople.run();
        } else {
            out().println(global.output == OutputForm.json ? MachineOutput.json(value) : MachineOutput.yaml(value));
        }
    }
}
