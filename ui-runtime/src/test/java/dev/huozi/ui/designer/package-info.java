@NullMarked
package dev.huozi.ui.designer;

import org.jspecify.annotations.NullMarked;
