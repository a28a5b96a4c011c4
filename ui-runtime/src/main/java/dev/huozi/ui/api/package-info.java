/// The REST doors: one resource a noun. They read the request, call one service and write the
/// answer; nothing is decided here.
@NullMarked
package dev.huozi.ui.api;

import org.jspecify.annotations.NullMarked;
