package dev.huozi.metadata.binding;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.AnyScalar;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.model.OnByDefault;
import dev.huozi.platform.value.LocalizedText;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How a Java type of a definition stands in JSON and YAML. Derived from the records themselves:
/// their components are the keys, in canonical order. Reader, writer and later the JSON Schema use
/// the same shapes.
sealed interface Shape {
  /// A text; `anyScalar` also takes numbers and true/false.
  record Text(boolean anyScalar) implements Shape {}

  /// A whole number.
  record Whole() implements Shape {}

  /// True or false, and what it means when it is left out.
  record Flag(boolean otherwise) implements Shape {}

  /// True, false, or a formula; false when it is left out.
  record Conditional() implements Shape {}

  /// A text by language.
  record Languages() implements Shape {}

  /// One word of an enum.
  record Choice(Class<? extends Enum<?>> type) implements Shape {}

  /// A list.
  record Many(Shape item) implements Shape {}

  /// A map from free keys.
  record Keyed(Shape value) implements Shape {}

  /// The record that a word selects; its keys stand beside the word (`type: text` and `maxLength`).
  record Variant(Map<String, Structure> byWord) implements Shape {}

  /// A map with known keys: a record.
  record Structure(Class<?> type, List<Key> keys, Constructor<?> constructor) implements Shape {
    @Nullable Key key(String name) {
      return keys.stream().filter(key -> key.name().equals(name)).findFirst().orElse(null);
    }
  }

  /// One key of a structure.
  record Key(String name, Shape shape, boolean required, RecordComponent component) {}

  /// The shape of a record type.
  static Structure of(Class<?> type) {
    return Shapes.CACHE.computeIfAbsent(type, Shapes::structure);
  }

  /// Derives shapes by reading record components.
  final class Shapes {
    static final Map<Class<?>, Structure> CACHE = new ConcurrentHashMap<>();

    private Shapes() {}

    private static Structure structure(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      if (components == null) {
        throw new IllegalArgumentException(
            "A definition must be a record, (%s) is not.".formatted(type.getName()));
      }
      List<Key> keys = new ArrayList<>();
      for (RecordComponent component : components) {
        Shape shape = shape(component);
        keys.add(new Key(component.getName(), shape, required(component, shape), component));
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Structure(type, List.copyOf(keys), type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException(
            "The record (%s) has no canonical constructor.".formatted(type.getName()), e);
      }
    }

    private static Shape shape(RecordComponent component) {
      if (component.getType() == boolean.class) {
        return new Flag(component.isAnnotationPresent(OnByDefault.class));
      }
      if (component.getType() == String.class) {
        return new Text(component.isAnnotationPresent(AnyScalar.class));
      }
      Shape shape = shape(component.getGenericType());
      return shape instanceof Keyed && component.isAnnotationPresent(AnyScalar.class)
          ? new Keyed(new Text(true))
          : shape;
    }

    private static Shape shape(Type type) {
      if (type instanceof ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        return generic.getRawType() == Map.class
            ? new Keyed(shape(arguments[1]))
            : new Many(shape(arguments[0]));
      }
      Class<?> plain = (Class<?>) type;
      if (plain == String.class) {
        return new Text(false);
      }
      if (plain == Integer.class || plain == int.class) {
        return new Whole();
      }
      if (plain == Condition.class) {
        return new Conditional();
      }
      if (plain == LocalizedText.class) {
        return new Languages();
      }
      if (plain == FieldType.class) {
        return fieldType();
      }
      return plain.isEnum() ? new Choice(choice(plain)) : structure(plain);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Enum<?>> choice(Class<?> type) {
      return (Class<? extends Enum<?>>) type;
    }

    private static Variant fieldType() {
      Map<String, Structure> byWord = new LinkedHashMap<>();
      FieldType.byId().forEach((word, type) -> byWord.put(word, structure(type)));
      return new Variant(byWord);
    }

    /// Left out may be: what can be null, flags, lists, maps and labels.
    private static boolean required(RecordComponent component, Shape shape) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      return !nullable
          && !(shape instanceof Flag
              || shape instanceof Conditional
              || shape instanceof Languages
              || shape instanceof Many
              || shape instanceof Keyed);
    }
  }
}
