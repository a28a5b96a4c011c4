@NullMarked
package dev.huozi.ui;

import org.jspecify.annotations.NullMarked;
