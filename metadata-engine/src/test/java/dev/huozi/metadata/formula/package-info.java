@NullMarked
package dev.huozi.metadata.formula;

import org.jspecify.annotations.NullMarked;
