package dev.musterpoint.injectors.command;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.Params;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The commands that undo and inspect a fault, as they stand in its undo record. Secrets stand there by reference only. */
final class UndoData {
    private static final JsonCodec<Params> CODEC = JsonCodec.lines(Params.class);
    private static final String FOLDER = "folder";

    private UndoData() {}

    static Map<String, String> of(Path folder, Params fault) {
        return Map.of(
                FOLDER,
                folder.toString(),
                CommandInjectorProvider.UNDO,
                written(fault.nested(CommandInjectorProvider.UNDO)),
                CommandInjectorProvider.RESIDUE,
                written(fault.nested(CommandInjectorProvider.RESIDUE)));
    }

    private static String written(Params command) {
        return new String(CODEC.encode(command), StandardCharsets.UTF_8);
    }

    static Path folder(UndoRecord undo) {
        return Path.of(undo.data().get(FOLDER));
    }

    static Command command(UndoRecord undo, String key) {
        byte[] json = undo.data().get(key).getBytes(StandardCharsets.UTF_8);
        return Command.of(CODEC.decode(json, "undo " + undo.id() + ", " + key));
    }
}
