/// Values shared by every module: localised text, money, record ids.
@NullMarked
package dev.huozi.platform.value;

import org.jspecify.annotations.NullMarked;
