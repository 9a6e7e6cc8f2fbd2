package dev.musterpoint.shell.command;

import dev.musterpoint.shell.config.EffectiveSettings;
import dev.musterpoint.shell.config.Setting;
import dev.musterpoint.shell.console.Table;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code muster config show} */
@Command(
        name = "show",
        description = "Show every setting in effect, and where it came from.",
        footer = {"", "Example:", "  muster config show --output json"})
public final class ConfigShowCommand extends MusterCommand {
    public ConfigShowCommand(App app) {
        super(app);
    }

    @Override
    boolean mindsUnfinishedRuns() {
        return false;
    }

    @Override
    ExitCode execute() {
        List<Setting> settings = new EffectiveSettings(app().configuration()).all();
        print(settings, () -> {
            Table table = new Table("SETTING", "VALUE", "FROM", "WHAT IT IS");
            settings.forEach(each -> table.row(each.name(), each.value(), each.from(), each.meaning()));
            table.print(console());
        });
        return ExitCode.OK;
    }
}
