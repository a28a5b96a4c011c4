/// Records for every door: runs plans and pipeline on the database.
@NullMarked
package dev.huozi.record.service;

import org.jspecify.annotations.NullMarked;
