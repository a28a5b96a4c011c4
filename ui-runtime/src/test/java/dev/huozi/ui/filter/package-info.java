@NullMarked
package dev.huozi.ui.filter;

import org.jspecify.annotations.NullMarked;
