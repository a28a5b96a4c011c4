package dev.huozi.metadata.field;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The type of a field with what only that type needs. Closed set; more of domain.md's 31 types
/// join with their first consumer. Record components are the keys in the pack file, beside the keys
/// of `Field`.
public sealed interface FieldType {
  int DEFAULT_PRECISION = 18;
  int DEFAULT_SCALE = 2;

  /// The type's word in packs, API and designer, for example `picklist`.
  String id();

  /// All types by their word.
  static Map<String, Class<? extends FieldType>> byId() {
    return FieldTypeWords.BY_ID;
  }

  /// One line of text, at most `maxLength` code points (default 255).
  record Text(@Nullable Integer maxLength) implements FieldType {
    public static final int DEFAULT_LENGTH = 255;

    @Override
    public String id() {
      return "text";
    }

    public int length() {
      return maxLength == null ? DEFAULT_LENGTH : maxLength;
    }
  }

  /// Several lines of plain text, to 32,000 code points.
  record LongText() implements FieldType {
    public static final int LENGTH = 32_000;

    @Override
    public String id() {
      return "longtext";
    }
  }

  /// Exact decimal with `precision` digits in all, `scale` of them after the point (default 18, 2).
  record Number(@Nullable Integer precision, @Nullable Integer scale) implements FieldType {
    public int digits() {
      return precision == null ? DEFAULT_PRECISION : precision;
    }

    public int decimals() {
      return scale == null ? DEFAULT_SCALE : scale;
    }

    @Override
    public String id() {
      return "number";
    }
  }

  /// Exact amount in the record's currency (default 18, 2).
  record Currency(@Nullable Integer precision, @Nullable Integer scale) implements FieldType {
    public int digits() {
      return precision == null ? DEFAULT_PRECISION : precision;
    }

    public int decimals() {
      return scale == null ? DEFAULT_SCALE : scale;
    }

    @Override
    public String id() {
      return "currency";
    }
  }

  /// A ratio, shown times 100: 12.5 % is 0.125. `scale` counts the digits of the ratio (default 4).
  record Percent(@Nullable Integer scale) implements FieldType {
    public static final int DEFAULT_PERCENT_SCALE = 4;

    public int digits() {
      return DEFAULT_PRECISION;
    }

    public int decimals() {
      return scale == null ? DEFAULT_PERCENT_SCALE : scale;
    }

    @Override
    public String id() {
      return "percent";
    }
  }

  /// Yes or no; never blank.
  record Bool() implements FieldType {
    @Override
    public String id() {
      return "boolean";
    }
  }

  /// A day without a zone.
  record Date() implements FieldType {
    @Override
    public String id() {
      return "date";
    }
  }

  /// An instant, stored in UTC.
  record DateTime() implements FieldType {
    @Override
    public String id() {
      return "datetime";
    }
  }

  /// One code of an option set.
  ///
  /// @param optionset name of the set
  /// @param controlledBy API name of the picklist in the same object whose value limits this one,
  ///   through the set's `dependsOn`; null when free
  record Picklist(String optionset, @Nullable String controlledBy) implements FieldType {
    @Override
    public String id() {
      return "picklist";
    }
  }

  /// A reference to one record of another object. `onDelete` says what happens here when it goes.
  record Lookup(String target, @Nullable OnDelete onDelete) implements FieldType {
    /// `restrict` unless the definition says otherwise.
    public OnDelete whenTargetGoes() {
      return onDelete == null ? OnDelete.restrict : onDelete;
    }

    @Override
    public String id() {
      return "lookup";
    }
  }

  /// A reference to one record of one of several objects.
  record PolyLookup(List<String> targets) implements FieldType {
    public PolyLookup {
      targets = List.copyOf(targets);
    }

    @Override
    public String id() {
      return "polylookup";
    }
  }

  /// Belongs to a parent record and goes with it.
  record MasterDetail(String target) implements FieldType {
    @Override
    public String id() {
      return "masterdetail";
    }
  }

  /// A person of the tenant: a lookup to the system object `user`.
  record User() implements FieldType {
    /// The object that people are records of.
    public static final String OBJECT = "user";

    @Override
    public String id() {
      return "user";
    }
  }

  /// A running number by a pattern: text, `{yyyy} {yy} {MM} {dd}` and one run of zeros in braces,
  /// `VS-{yyyyMMdd}-{0000}`. The number starts anew whenever the date part changes.
  record AutoNumber(String pattern) implements FieldType {
    @Override
    public String id() {
      return "autonumber";
    }
  }

  /// An e-mail address.
  record Email() implements FieldType {
    @Override
    public String id() {
      return "email";
    }
  }

  /// A telephone number, as typed but for blanks.
  record Phone() implements FieldType {
    @Override
    public String id() {
      return "phone";
    }
  }

  /// What happens to a reference when its target is deleted.
  enum OnDelete {
    /// The target cannot be deleted.
    restrict,
    /// The reference is emptied.
    clear
  }
}
