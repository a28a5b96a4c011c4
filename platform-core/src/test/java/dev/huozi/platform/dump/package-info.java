@NullMarked
package dev.huozi.platform.dump;

import org.jspecify.annotations.NullMarked;
