@NullMarked
package dev.huozi.ui.page.version;

import org.jspecify.annotations.NullMarked;
