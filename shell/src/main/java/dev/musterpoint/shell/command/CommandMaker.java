package dev.musterpoint.shell.command;

import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, which take the {@link App}. A class: see {@link Complaints}. */
record CommandMaker(App app) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getConstructor(App.class).newInstance(app);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e.getCause());
        }
    }
}
