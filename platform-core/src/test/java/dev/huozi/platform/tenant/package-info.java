@NullMarked
package dev.huozi.platform.tenant;

import org.jspecify.annotations.NullMarked;
