/// Formulas in definitions: the names that they may use, and the check before they are published.
/// The code that runs them checks them in the same way.
@NullMarked
package dev.huozi.metadata.formula;

import org.jspecify.annotations.NullMarked;
