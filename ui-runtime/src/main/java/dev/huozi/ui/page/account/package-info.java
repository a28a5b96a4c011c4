/// The page on which administrators manage who may log in.
@NullMarked
package dev.huozi.ui.page.account;

import org.jspecify.annotations.NullMarked;
