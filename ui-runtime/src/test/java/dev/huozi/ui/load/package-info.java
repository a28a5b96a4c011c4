/// Tests of files in and out.
@NullMarked
package dev.huozi.ui.load;

import org.jspecify.annotations.NullMarked;
