@NullMarked
package dev.huozi.ui.page.plan;

import org.jspecify.annotations.NullMarked;
