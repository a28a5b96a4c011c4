/// The command line: a plain HTTP client of the public API, without the server's classes.
@NullMarked
package dev.huozi.ui.command;

import org.jspecify.annotations.NullMarked;
