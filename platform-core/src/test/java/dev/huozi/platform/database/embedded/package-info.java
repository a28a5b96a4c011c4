@NullMarked
package dev.huozi.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
