/// What is counted. So far: working calendars.
@NullMarked
package dev.huozi.measure;

import org.jspecify.annotations.NullMarked;
