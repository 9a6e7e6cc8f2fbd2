package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import io.fabric8.kubernetes.api.model.Node;

/** Leaves a node no room for new pods. Those that run there stay. */
final class CordonInjector extends NodeInjector {
    CordonInjector(Toolbox toolbox) {
        super(toolbox);
    }

    @Override
    void change(Change change) throws InjectionException {
        NodeEdits edits = new NodeEdits(change.client());
        change.injection().begins();
        for (Node node : change.nodes()) {
            edits.edit(node, change.marks()::cordoned);
        }
    }
}
