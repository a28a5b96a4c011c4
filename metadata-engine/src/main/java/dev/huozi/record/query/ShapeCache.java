package dev.huozi.record.query;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Resolved queries by tenant, snapshot version and shape; the least used one goes when it is full.
/// Safe for many threads.
public final class ShapeCache {
  private final Map<Key, QueryShape> shapes;

  /// @param capacity how many to keep
  public ShapeCache(int capacity) {
    this.shapes =
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, QueryShape> eldest) {
            return size() > capacity;
          }
        };
  }

  /// What makes two queries the same but for cursor and search words.
  record Key(
      long tenant,
      long version,
      String object,
      List<String> fields,
      List<String> filters,
      boolean search,
      List<ListQuery.Sort> sort) {

    static Key of(ListQuery query, MetadataSnapshot snapshot, RequestContext context) {
      return new Key(
          context.tenant().id(),
          snapshot.version(),
          query.object(),
          query.fields(),
          query.filters(),
          query.search() != null,
          query.sort());
    }
  }

  /// The cached shape, or the one that `make` makes. A failure is not cached.
  QueryShape get(Key key, Supplier<QueryShape> make) {
    QueryShape known;
    synchronized (shapes) {
      known = shapes.get(key);
    }
    if (known != null) {
      return known;
    }
    QueryShape made = make.get();
    synchronized (shapes) {
      shapes.put(key, made);
    }
    return made;
  }

  public int size() {
    synchronized (shapes) {
      return shapes.size();
    }
  }
}
