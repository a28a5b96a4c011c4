package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huozi.platform.json.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes the framework read and write JSON with the mapper of the house.
@Singleton
final class JsonSetup {
  @Produces
  @Singleton
  ObjectMapper mapper() {
    return Json.mapper();
  }
}
