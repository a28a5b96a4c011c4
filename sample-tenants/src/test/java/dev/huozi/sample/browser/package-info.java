/// The pages in a real browser, against the packaged application with the demo tenant.
@NullMarked
package dev.huozi.sample.browser;

import org.jspecify.annotations.NullMarked;
