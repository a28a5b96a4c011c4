/// The immutable, compiled model of one tenant at one version.
@NullMarked
package dev.huozi.metadata.snapshot;

import org.jspecify.annotations.NullMarked;
