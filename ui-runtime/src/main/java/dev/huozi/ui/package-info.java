/// The runnable application: reads the settings, starts the database and the server, stops them in
/// the right order.
@NullMarked
package dev.huozi.ui;

import org.jspecify.annotations.NullMarked;
