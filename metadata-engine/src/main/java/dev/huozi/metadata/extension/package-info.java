/// Kind `extension`: fields that one pack adds to an object of another.
@NullMarked
package dev.huozi.metadata.extension;

import org.jspecify.annotations.NullMarked;
