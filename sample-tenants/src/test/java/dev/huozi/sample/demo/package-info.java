/// The made-up companies: complete, consistent, always the same.
@NullMarked
package dev.huozi.sample.demo;

import org.jspecify.annotations.NullMarked;
