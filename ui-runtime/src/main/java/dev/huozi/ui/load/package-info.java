/// Files in and out: imports with their pages, exports, writes of many records at once.
@NullMarked
package dev.huozi.ui.load;

import org.jspecify.annotations.NullMarked;
