/// Tests of imports as jobs.
@NullMarked
package dev.huozi.record.load.job;

import org.jspecify.annotations.NullMarked;
