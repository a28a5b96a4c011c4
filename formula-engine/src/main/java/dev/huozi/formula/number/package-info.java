/// Exact decimal arithmetic: what compiled formulas call for numbers. Pure static methods over
/// `BigDecimal`.
@NullMarked
package dev.huozi.formula.number;

import org.jspecify.annotations.NullMarked;
