package dev.huozi.sample.demo;

/// Points at another record of the demo by its key, before it has an id.
///
/// @param polymorphic true where the field may point at several objects, so that the value must
///   name the object
public record Link(String object, String key, boolean polymorphic) {
  public static Link to(String object, String key) {
    return new Link(object, key, false);
  }

  static Link toOneOf(String object, String key) {
    return new Link(object, key, true);
  }

  static Link user(String user) {
    return to("user", user);
  }
}
