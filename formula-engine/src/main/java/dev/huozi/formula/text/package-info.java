/// Text functions: what compiled formulas call for texts. Pure static methods that count in code
/// points, so that an emoji or a rare Han character is one character, as in the database.
@NullMarked
package dev.huozi.formula.text;

import org.jspecify.annotations.NullMarked;
