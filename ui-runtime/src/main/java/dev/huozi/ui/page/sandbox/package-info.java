/// The pages on which administrators make sandboxes and take home what was tried there.
@NullMarked
package dev.huozi.ui.page.sandbox;

import org.jspecify.annotations.NullMarked;
