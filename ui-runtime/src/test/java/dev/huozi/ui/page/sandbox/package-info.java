@NullMarked
package dev.huozi.ui.page.sandbox;

import org.jspecify.annotations.NullMarked;
