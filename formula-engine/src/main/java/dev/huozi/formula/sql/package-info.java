/// From the typed tree to SQL that gives the same answer, or a reason why there is none.
@NullMarked
package dev.huozi.formula.sql;

import org.jspecify.annotations.NullMarked;
