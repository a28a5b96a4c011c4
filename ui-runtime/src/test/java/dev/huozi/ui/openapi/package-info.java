@NullMarked
package dev.huozi.ui.openapi;

import org.jspecify.annotations.NullMarked;
