@NullMarked
package dev.huozi.ui.icon;

import org.jspecify.annotations.NullMarked;
