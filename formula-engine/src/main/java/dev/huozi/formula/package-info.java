/// One expression language for the whole platform. [Formulas] is the way in.
@NullMarked
package dev.huozi.formula;

import org.jspecify.annotations.NullMarked;
