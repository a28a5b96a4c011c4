/// What formulas compute with beside the classes of the JDK: errors as a third state, the
/// surroundings of an evaluation, points on the earth, working calendars. Everything that kernels
/// and compiled code share.
@NullMarked
package dev.huozi.formula.value;

import org.jspecify.annotations.NullMarked;
