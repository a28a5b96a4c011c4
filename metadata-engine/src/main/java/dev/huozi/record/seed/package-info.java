/// Seed data of packs: records that a pack brings along, written through the one write pipeline.
@NullMarked
package dev.huozi.record.seed;

import org.jspecify.annotations.NullMarked;
