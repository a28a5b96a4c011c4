/// What is wrong with a formula, said so that a person can repair it: code, place, expected and
/// given, a fix. Compiling never throws at users; it returns these.
@NullMarked
package dev.huozi.formula.diagnostic;

import org.jspecify.annotations.NullMarked;
