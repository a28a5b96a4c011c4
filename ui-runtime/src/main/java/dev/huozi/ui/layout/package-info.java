/// Kind `layout`: how one record of an object is shown and edited.
@NullMarked
package dev.huozi.ui.layout;

import org.jspecify.annotations.NullMarked;
