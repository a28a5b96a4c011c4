/// What an editor of formulas asks the language: cards of its functions, names as they are spelled,
/// texts brought from elsewhere. Pure.
@NullMarked
package dev.huozi.formula.editor;

import org.jspecify.annotations.NullMarked;
