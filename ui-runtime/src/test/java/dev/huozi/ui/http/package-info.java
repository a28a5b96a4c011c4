@NullMarked
package dev.huozi.ui.http;

import org.jspecify.annotations.NullMarked;
