@NullMarked
package dev.huozi.ui.command;

import org.jspecify.annotations.NullMarked;
