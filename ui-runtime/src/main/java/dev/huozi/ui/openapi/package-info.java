/// The description of the API as OpenAPI 3.1, made for each tenant from its metadata.
@NullMarked
package dev.huozi.ui.openapi;

import org.jspecify.annotations.NullMarked;
