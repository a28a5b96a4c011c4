@NullMarked
package dev.huozi.metadata.sandbox;

import org.jspecify.annotations.NullMarked;
