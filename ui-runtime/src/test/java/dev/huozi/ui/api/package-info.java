@NullMarked
package dev.huozi.ui.api;

import org.jspecify.annotations.NullMarked;
