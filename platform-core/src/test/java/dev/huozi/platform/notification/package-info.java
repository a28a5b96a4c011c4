@NullMarked
package dev.huozi.platform.notification;

import org.jspecify.annotations.NullMarked;
