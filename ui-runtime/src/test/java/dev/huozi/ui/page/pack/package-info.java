@NullMarked
package dev.huozi.ui.page.pack;

import org.jspecify.annotations.NullMarked;
