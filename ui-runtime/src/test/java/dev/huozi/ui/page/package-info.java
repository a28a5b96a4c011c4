@NullMarked
package dev.huozi.ui.page;

import org.jspecify.annotations.NullMarked;
