@NullMarked
package dev.huozi.ui.formula;

import org.jspecify.annotations.NullMarked;
