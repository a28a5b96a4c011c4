/// Makes up fictional companies: people, products, stores, visits. Pure: the same tenant and date
/// give the same rows, on every machine. Nothing here knows HTTP.
@NullMarked
package dev.huozi.sample.demo;

import org.jspecify.annotations.NullMarked;
