/// Tests of records; what several of them share stands here.
@NullMarked
package dev.huozi.record;

import org.jspecify.annotations.NullMarked;
