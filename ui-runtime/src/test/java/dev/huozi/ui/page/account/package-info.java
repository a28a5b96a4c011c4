@NullMarked
package dev.huozi.ui.page.account;

import org.jspecify.annotations.NullMarked;
