package dev.huozi.ui.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huozi.platform.json.Json;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Writes JSON answers in one piece. The framework's own writer hands its bytes to the event loop
/// in small pieces and waits for each; an answer of ours is at most one page of records.
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public final class JsonBodyWriter implements ServerMessageBodyWriter<Object> {
  private final ObjectMapper mapper = Json.mapper();

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return isObject(type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isObject(type);
  }

  /// Texts, bytes and streams are JSON already.
  private static boolean isObject(Class<?> type) {
    return !CharSequence.class.isAssignableFrom(type)
        && type != byte[].class
        && !InputStream.class.isAssignableFrom(type)
        && !StreamingOutput.class.isAssignableFrom(type);
  }

  @Override
  public void writeResponse(Object entity, Type genericType, ServerRequestContext context)
      throws IOException {
    context.serverResponse().end(mapper.writeValueAsBytes(entity));
  }

  @Override
  public void writeTo(
      Object entity,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(mapper.writeValueAsBytes(entity));
  }
}
