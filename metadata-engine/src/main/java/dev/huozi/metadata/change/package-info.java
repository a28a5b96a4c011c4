/// Changes to a model as data: a list of changes is checked, planned, shown, and published as one
/// version.
@NullMarked
package dev.huozi.metadata.change;

import org.jspecify.annotations.NullMarked;
