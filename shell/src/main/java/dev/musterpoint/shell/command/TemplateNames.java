package dev.musterpoint.shell.command;

import dev.musterpoint.shell.template.Templates;
import java.util.Iterator;

/** The names of the templates for drills. */
public final class TemplateNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Templates.names().iterator();
    }
}
