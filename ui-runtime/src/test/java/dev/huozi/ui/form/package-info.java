@NullMarked
package dev.huozi.ui.form;

import org.jspecify.annotations.NullMarked;
