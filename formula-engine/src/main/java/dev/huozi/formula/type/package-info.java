/// The types of formulas: what an expression yields and how the JVM holds it.
@NullMarked
package dev.huozi.formula.type;

import org.jspecify.annotations.NullMarked;
