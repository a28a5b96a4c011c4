package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// What an unquoted scalar means: the core schema of YAML 1.2 without octal, hexadecimal and
/// infinite numbers; a number with leading zeros is a text, because codes look like that.
public final class Scalars {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,99})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,99})\\.[0-9]{1,100}");
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
  private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
  private static final Pattern FALSE = Pattern.compile("false|False|FALSE");

  private Scalars() {}

  /// The value that an unquoted scalar stands for.
  public static JsonNode resolve(String plain) {
    if (NULL.matcher(plain).matches()) {
      return NullNode.getInstance();
    }
    if (TRUE.matcher(plain).matches()) {
      return BooleanNode.TRUE;
    }
    if (FALSE.matcher(plain).matches()) {
      return BooleanNode.FALSE;
    }
    if (WHOLE.matcher(plain).matches()) {
      return whole(new BigInteger(plain));
    }
    return DECIMAL.matcher(plain).matches()
        ? DecimalNode.valueOf(new BigDecimal(plain))
        : TextNode.valueOf(plain);
  }

  /// The node that JSON of the same text is read into, so that trees from both sources compare as
  /// equal.
  private static JsonNode whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(number.intValueExact());
    }
    return number.bitLength() < Long.SIZE
        ? LongNode.valueOf(number.longValueExact())
        : BigIntegerNode.valueOf(number);
  }
}
