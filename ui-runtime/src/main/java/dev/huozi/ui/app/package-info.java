/// Kind `app`: a menu of objects for one kind of work.
@NullMarked
package dev.huozi.ui.app;

import org.jspecify.annotations.NullMarked;
