package dev.huozi.sample.bench.workload;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.IntFunction;

/// One question of the workload, asked of both servers.
///
/// @param name `W1`, …
/// @param what what it does, in words
/// @param huozi the n-th request to Huozi
/// @param byHand the n-th request to the server written by hand
/// @param rows how many rows one request writes or reads, to count by rows instead of requests; 1
///   for all but bulk loads
record Operation(
    String name,
    String what,
    IntFunction<HttpRequest> huozi,
    IntFunction<HttpRequest> byHand,
    int rows) {

  /// A request with the session's token.
  static HttpRequest.Builder request(URI server, String path, String token) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }
}
