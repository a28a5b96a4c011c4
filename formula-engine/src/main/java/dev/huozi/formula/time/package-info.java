/// Dates, datetimes and times of day: what compiled formulas call for them, and the working
/// calendar. Pure static methods; the clock and the zone come from the evaluation context.
@NullMarked
package dev.huozi.formula.time;

import org.jspecify.annotations.NullMarked;
