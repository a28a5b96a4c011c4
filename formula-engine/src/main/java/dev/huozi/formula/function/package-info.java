/// The functions of the language. One final class per function says everything about it: names,
/// signatures, the static method that computes it, help and examples. Examples are executed by the
/// tests and printed in the reference.
@NullMarked
package dev.huozi.formula.function;

import org.jspecify.annotations.NullMarked;
