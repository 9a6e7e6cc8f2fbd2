package dev.musterpoint.drills.codec;

import java.util.Collection;

/** The names of one kind that a drill declares, for what refers to them. */
record Names(String kind, Collection<String> declared) {
    /** Reports {@code reference} when nothing declared bears its name. */
    boolean check(Yaml.Scalar reference, Problems problems) {
        if (declared.contains(reference.text())) {
            return true;
        }
        problems.add(
                reference.place(),
                "there is no " + kind + " " + Quoted.of(reference.text())
                        + Nearest.hint(reference.text(), declared, "the drill's are"));
        return false;
    }
}
