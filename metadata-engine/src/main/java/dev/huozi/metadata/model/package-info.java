/// What every metadata kind has in common: definitions, references between them, and the SPI that
/// the generic machinery (catalogue, packs, diff, plan, API, designer) loops over.
@NullMarked
package dev.huozi.metadata.model;

import org.jspecify.annotations.NullMarked;
