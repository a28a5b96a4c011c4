/// Packs: folders of YAML files that are read, printed, compared with a tenant and applied to it.
@NullMarked
package dev.huozi.metadata.pack;

import org.jspecify.annotations.NullMarked;
