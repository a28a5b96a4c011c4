@NullMarked
package dev.huozi.ui.login;

import org.jspecify.annotations.NullMarked;
