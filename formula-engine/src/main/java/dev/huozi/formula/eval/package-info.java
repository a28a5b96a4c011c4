/// Runs formulas on the JVM: a compiler to hidden classes, and an interpreter for what is too large
/// for it and for constants. Both give the same results; neither throws at callers.
@NullMarked
package dev.huozi.formula.eval;

import org.jspecify.annotations.NullMarked;
