/// What operators compute: moving dates, comparing, reading inputs. Static methods that compiled
/// code calls.
@NullMarked
package dev.huozi.formula.operator;

import org.jspecify.annotations.NullMarked;
