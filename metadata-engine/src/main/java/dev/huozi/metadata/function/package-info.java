/// Kind `function`: code of a tenant with typed inputs and outputs and tests of its own, which run
/// whenever it changes.
@NullMarked
package dev.huozi.metadata.function;

import org.jspecify.annotations.NullMarked;
