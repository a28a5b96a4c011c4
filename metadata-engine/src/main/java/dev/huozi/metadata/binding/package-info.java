/// Between text and definitions: YAML and JSON trees with places, bound to records and written
/// back. Pure.
@NullMarked
package dev.huozi.metadata.binding;

import org.jspecify.annotations.NullMarked;
