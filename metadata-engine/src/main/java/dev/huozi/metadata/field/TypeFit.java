package dev.huozi.metadata.field;

import dev.huozi.metadata.model.ApiName;
import java.util.List;

/// How a new type suits the values that a field holds under its old one.
public enum TypeFit {
  /// Every value will do.
  ALL,
  /// Values have to be looked at, perhaps converted; one that will not do stands in the way.
  CHECKED,
  /// There is no sensible way.
  NONE;

  public static TypeFit of(FieldType before, FieldType after) {
    if (before.equals(after)) {
      return ALL;
    }
    return switch (after) {
      case FieldType.Text text -> toText(before, text.length());
      case FieldType.LongText _ -> toText(before, FieldType.LongText.LENGTH);
      case FieldType.Number number -> toNumber(before, number.digits(), number.decimals());
      case FieldType.Currency currency -> toNumber(before, currency.digits(), currency.decimals());
      case FieldType.Percent percent ->
          before instanceof FieldType.Percent old
              ? when(old.decimals() <= percent.decimals() && old.digits() <= percent.digits())
              : NONE;
      case FieldType.Picklist picklist -> toPicklist(before, picklist);
      case FieldType.Date _, FieldType.DateTime _ -> isFreeText(before) ? CHECKED : NONE;
      case FieldType.AutoNumber _ -> before instanceof FieldType.AutoNumber ? ALL : NONE;
      case FieldType.Lookup lookup ->
          before instanceof FieldType.Lookup old && ApiName.same(old.target(), lookup.target())
              ? ALL
              : NONE;
      case FieldType.MasterDetail parent ->
          before instanceof FieldType.MasterDetail old
                  && ApiName.same(old.target(), parent.target())
              ? ALL
              : NONE;
      // Columns of targets that go count as losses.
      case FieldType.PolyLookup lookup ->
          before instanceof FieldType.PolyLookup old && shares(old, lookup) ? ALL : NONE;
      // A column is not converted: the values are computed anew.
      case FieldType.Formula formula ->
          before instanceof FieldType.Formula old
                  && (old.isVirtual() || formula.isVirtual() || old.shown().equals(formula.shown()))
              ? ALL
              : NONE;
      case FieldType.Bool _, FieldType.User _, FieldType.Email _, FieldType.Phone _ -> NONE;
    };
  }

  private static TypeFit toText(FieldType before, int length) {
    return switch (before) {
      case FieldType.Text old -> when(old.length() <= length);
      case FieldType.Email _, FieldType.Phone _, FieldType.AutoNumber _ ->
          when(FieldType.Text.DEFAULT_LENGTH <= length);
      case FieldType.LongText _,
          FieldType.Picklist _,
          FieldType.Number _,
          FieldType.Currency _,
          FieldType.Date _ ->
          CHECKED;
      case FieldType.Percent _,
          FieldType.Bool _,
          FieldType.DateTime _,
          FieldType.Reference _,
          FieldType.Formula _ ->
          NONE;
    };
  }

  private static TypeFit toNumber(FieldType before, int digits, int decimals) {
    return switch (before) {
      case FieldType.Number old -> wider(old.digits(), old.decimals(), digits, decimals);
      case FieldType.Currency old -> wider(old.digits(), old.decimals(), digits, decimals);
      case FieldType.Text _, FieldType.LongText _ -> CHECKED;
      case FieldType.Percent _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Picklist _,
          FieldType.Reference _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _,
          FieldType.Formula _ ->
          NONE;
    };
  }

  private static TypeFit toPicklist(FieldType before, FieldType.Picklist picklist) {
    if (before instanceof FieldType.Picklist old) {
      return when(ApiName.same(old.optionset(), picklist.optionset()));
    }
    return isFreeText(before) ? CHECKED : NONE;
  }

  private static boolean isFreeText(FieldType type) {
    return type instanceof FieldType.Text || type instanceof FieldType.LongText;
  }

  private static TypeFit wider(int oldDigits, int oldDecimals, int digits, int decimals) {
    return when(oldDecimals <= decimals && oldDigits - oldDecimals <= digits - decimals);
  }

  private static TypeFit when(boolean all) {
    return all ? ALL : CHECKED;
  }

  private static boolean shares(FieldType.PolyLookup one, FieldType.PolyLookup other) {
    List<String> keys = other.targets().stream().map(ApiName::key).toList();
    return one.targets().stream().map(ApiName::key).anyMatch(keys::contains);
  }
}
