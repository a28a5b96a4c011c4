@NullMarked
package dev.huozi.platform.identity;

import org.jspecify.annotations.NullMarked;
