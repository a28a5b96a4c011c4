/// What compiled code needs beside kernels: comparing, reading inputs, converting. Static methods
/// that compiled code calls.
@NullMarked
package dev.huozi.formula.operator;

import org.jspecify.annotations.NullMarked;
