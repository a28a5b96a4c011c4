@NullMarked
package dev.huozi.ui.page.list;

import org.jspecify.annotations.NullMarked;
