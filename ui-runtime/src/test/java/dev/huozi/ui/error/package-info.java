@NullMarked
package dev.huozi.ui.error;

import org.jspecify.annotations.NullMarked;
