/// From the surface tree to the typed tree: names become fields, calls become signatures,
/// everything gets a type. What cannot work is said here, with a place and a fix, and never later.
@NullMarked
package dev.huozi.formula.check;

import org.jspecify.annotations.NullMarked;
