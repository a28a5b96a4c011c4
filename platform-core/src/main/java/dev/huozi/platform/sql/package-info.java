/// SQL as a value: constant text, generated identifiers and bound parameters. Pure, so that
/// formulas and queries can build statements without a database.
@NullMarked
package dev.huozi.platform.sql;

import org.jspecify.annotations.NullMarked;
