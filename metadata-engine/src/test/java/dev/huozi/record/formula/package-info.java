@NullMarked
package dev.huozi.record.formula;

import org.jspecify.annotations.NullMarked;
