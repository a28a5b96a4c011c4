/// From source text to the surface tree, which still looks as it was written, and back.
@NullMarked
package dev.huozi.formula.syntax;

import org.jspecify.annotations.NullMarked;
