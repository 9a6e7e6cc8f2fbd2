package dev.musterpoint.drills.spi;

import java.util.List;

/** Offers implementations of named types. Found by {@link java.util.ServiceLoader}; cheap to create, for all are listed. */
public interface Provider {
    List<TypeInfo> types();
}
