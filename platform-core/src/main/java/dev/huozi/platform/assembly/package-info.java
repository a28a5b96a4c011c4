/// Hands the parts of the platform to Quarkus. Nothing else in the platform knows of a container.
@NullMarked
package dev.huozi.platform.assembly;

import org.jspecify.annotations.NullMarked;
