/// Fields and the closed set of their types. Types are sealed: every `switch` over them is
/// exhaustive.
@NullMarked
package dev.huozi.metadata.field;

import org.jspecify.annotations.NullMarked;
