@NullMarked
package dev.huozi.platform.json;

import org.jspecify.annotations.NullMarked;
