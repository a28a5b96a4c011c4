package dev.huozi.formula.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.huozi.formula.check.BlankMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Inputs made to break something: each gives a value or a diagnostic, within the deadline, on a
/// small stack.
@Tag("fast")
final class BadInputTest {
  private static final Map<String, String> INPUTS = new LinkedHashMap<>();
  private static final int DEEP = 10_000;
  private static final int LARGE = 10 * 1024 * 1024;
  private static final int LONGEST = 100_000;

  static {
    nesting();
    large();
    atTheLimit();
    characters();
    costly();
    patterns();
  }

  private static void nesting() {
    put("parentheses", "(".repeat(DEEP) + "1" + ")".repeat(DEEP));
    put("open parentheses", "(".repeat(DEEP));
    put("closed parentheses", "1" + ")".repeat(DEEP));
    put("IF in the condition", "IF(".repeat(DEEP) + "true" + ",true,false)".repeat(DEEP));
    put("IF in the else", "IF(b,1,".repeat(DEEP) + "2" + ")".repeat(DEEP));
    put("CASE", "CASE(1,1,".repeat(DEEP) + "2" + ",3)".repeat(DEEP));
    put("CASE over two families", "CASE(NULL, 1, \"x\", 0 > 2, \"y\", \"z\")");
    put("CASE whose first test is NULL", "CASE(NULL, NULL, \"x\", 0 > 2, \"y\", \"z\")");
    put("unknown functions", "zz(".repeat(DEEP) + "1" + ")".repeat(DEEP));
    put("minus", "-".repeat(DEEP) + "1");
    put("plus", "+ ".repeat(DEEP) + "1");
    put("!", "!".repeat(DEEP) + "true");
    put("not", "not ".repeat(DEEP) + "true");
    put("NOT()", "NOT(".repeat(DEEP) + "true" + ")".repeat(DEEP));
    put("minus parenthesis", "-(".repeat(DEEP) + "1" + ")".repeat(DEEP));
    put("path", "a.".repeat(DEEP) + "a");
    put("sum", "1+".repeat(DEEP) + "1");
    put("text", "\"a\"&".repeat(DEEP) + "\"a\"");
    put("and", "true and ".repeat(DEEP) + "true");
    put("power", "2^".repeat(DEEP) + "2");
    put("comparison", "1=".repeat(DEEP) + "1");
    put("right-leaning", "1+(".repeat(DEEP) + "1" + ")".repeat(DEEP));
    put("in", "1 in (".repeat(DEEP) + "1" + ")".repeat(DEEP));
    put("not in", "true" + " not in (true)".repeat(DEEP));
    put("brackets", "[".repeat(DEEP));
    put("450 parentheses", "(".repeat(450) + "1" + ")".repeat(450));
    put("450 IF", "IF(b,1,".repeat(450) + "2" + ")".repeat(450));
    put("450 CASE", "CASE(1,1,".repeat(450) + "2" + ",3)".repeat(450));
    put("450 minus", "- ".repeat(450) + "nnn");
    put("450 sum", "n+".repeat(450) + "1");
    put("450 text", "\"a\"&".repeat(450) + "\"a\"");
    put("450 NOT", "NOT(".repeat(450) + "b" + ")".repeat(450));
    put("450 MAX", "MAX(1,".repeat(450) + "2" + ")".repeat(450));
    put("450 BLANKVALUE", "BLANKVALUE(NULL,".repeat(450) + "2" + ")".repeat(450));
    put("450 IFERROR", "IFERROR(1/0,".repeat(450) + "2" + ")".repeat(450));
  }

  private static void large() {
    put("10 MB of letters", "a".repeat(LARGE));
    put("10 MB of parentheses", "(".repeat(LARGE));
    put("10 MB of blanks", " ".repeat(LARGE));
    put("10 MB of Han", "漢".repeat(LARGE / 3));
    put("10 MB of NUL", "\0".repeat(LARGE));
    put("10 MB of quotes", "\"".repeat(LARGE));
    put("10 MB of text", "\"" + "x".repeat(LARGE) + "\"");
    put("10 MB of sum", "1+".repeat(LARGE / 2) + "1");
  }

  private static void atTheLimit() {
    put("long name", "a".repeat(LONGEST));
    put("long unknown name", "z".repeat(LONGEST));
    put("many unknown names", "zy+".repeat(450) + "zy");
    put("long number", "9".repeat(LONGEST));
    put("long fraction", "0." + "3".repeat(LONGEST - 2));
    put("long sum of long numbers", ("9".repeat(990) + "*").repeat(100) + "1");
    put("long text", "\"" + "x".repeat(LONGEST - 2) + "\"");
    put("long escapes", "\"" + "\\n".repeat(49_000) + "\"");
    put("bad escapes", "\"" + "\\d".repeat(49_000) + "\"");
    put("long comment", "/*" + "*".repeat(99_000) + "/ 1");
    put("many comments", "/**/".repeat(24_000) + "1");
    put("open comment", "/*".repeat(49_000));
    put("wide MAX", "MAX(" + "1,".repeat(49_000) + "1)");
    put("wide MAX of fields", "MAX(" + "n,".repeat(49_000) + "n)");
    put("wide AND", "AND(" + "b1,".repeat(30_000) + "true)");
    put("wide in", "1 in (" + "2,".repeat(49_000) + "1)");
    put("wide IFS", "IFS(" + "n>1,1,".repeat(16_000) + "2)");
    put("wide CASE", "CASE(n," + "1,2,".repeat(24_000) + "2)");
    put("wide unknown", "zz(" + "z,".repeat(49_000) + "1)");
    put("words", "a ".repeat(50_000));
    put("commas", ",".repeat(LONGEST));
    put("points", ".".repeat(LONGEST));
    put("equals", "=".repeat(LONGEST));
    put("open brackets", "[a".repeat(50_000));
    put("doubled brackets", "[" + "]]".repeat(49_000) + "]");
    put("open calls", "LEN(".repeat(25_000));
    put("lines", "1\n".repeat(50_000));
    put("texts", "\"\"".repeat(50_000));
    put("400 fields", wide(400, "f"));
    put("deep and wide", "IF(b, ".repeat(200) + wide(400, "n") + ",1)".repeat(200));
  }

  private static String wide(int count, String name) {
    StringBuilder sum = new StringBuilder("MAX(1");
    for (int i = 0; i < count; i++) {
      sum.append(", LEN(TEXT(").append(name).append(i).append("))");
    }
    return sum.append(')').toString();
  }

  private static void characters() {
    put("nothing", "");
    put("blank", " \t\r\n\u3000\uFEFF");
    put("high surrogate", "\uD83D");
    put("low surrogate", "\uDE00 + 1");
    put("surrogate in a text", "\"a\uD83D\" & \"\uDE00b\"");
    put("surrogate in a name", "a\uD83Db + [\uDE00]");
    put("escaped surrogate", "\"\\uD83D\\uDE00\" & \"\\u\" & \"\\u12\" & \"\\u0000\"");
    put("surrogate joined by LEFT", "LEFT(\"\uD83D\uDE00\", 1) & RIGHT(\"\uD83D\uDE00\", 1)");
    put("surrogate by CHR", "CHR(55357) & CHR(56832)");
    put("NUL", "\0");
    put("NUL in a text", "LEN(\"a\0b\")");
    put("NUL by CHR", "CHR(0) & \"a\"");
    put("open text", "\"abc");
    put("open text with backslash", "\"abc\\");
    put("open text with u", "\"abc\\u00");
    put("open comment", "1 /* + 2");
    put("half comment", "1 /* + 2 *");
    put("open bracket", "[客户 名称");
    put("line in a bracket", "[a\nb]");
    put("braces", "{1} + {2}.{3}");
    put("private use", "\uE000\uFFFF\uFFFE");
    put("directions", "\u202E1 + 2\u202C");
    put("combining", "a\u0301".repeat(1_000));
    put("other digits", "１２ + ٣");
    put("mixed quotes", "“abc\" & ‘x’ & ”y“");
  }

  private static void costly() {
    put("doubling", "SUBSTITUTE(".repeat(60) + "\"aa\"" + ",\"a\",\"aa\")".repeat(60));
    put("padding", "LPAD(\"x\", 99999999999)");
    put("padding again", "RPAD(".repeat(100) + "\"x\"" + ", 262144)".repeat(100));
    put("reversing", "REVERSE(".repeat(300) + "RPAD(\"x\", 262144)" + ")".repeat(300));
    put("upper", "UPPER(".repeat(300) + "RPAD(\"ß\", 200000, \"ß\")" + ")".repeat(300));
    put("joining", "RPAD(\"x\", 262144) & ".repeat(300) + "\"\"");
    put("finding", "FIND(RPAD(\"a\", 100000, \"a\") & \"b\", RPAD(\"a\", 262144, \"a\"))");
    put(
        "substituting",
        "SUBSTITUTE(RPAD(\"a\",262144,\"a\"), RPAD(\"a\",100000,\"a\")&\"b\",\"\")");
    put("huge power", "9^9^9^9");
    put("huge exponent", "2^999999999");
    put("negative exponent", "2^-999999999");
    put("huge product", "99999999999999999999 * ".repeat(400) + "1");
    put("tiny quotient", "1 / 99999999999999999999".repeat(1) + " / 9999999999999999".repeat(400));
    put("huge places", "ROUND(1.5, 999999999) + TRUNC(1.5, 99999999999999999999)");
    put("huge negative places", "ROUND(1.5, -999999999) + TRUNC(1.5, -2147483648)");
    put("huge value", "VALUE(\"1e999999999\")");
    put("tiny value", "VALUE(\"1e-999999999\") * 2");
    put("long value", "VALUE(RPAD(\"9\", 200000, \"9\"))");
    put("huge remainder", "MOD(VALUE(\"1e64\"), VALUE(\"1e-64\"))");
    put("huge sine", "SIN(10^60) + COS(-10^60) + TAN(VALUE(\"1e64\"))");
    put("huge exponential", "EXP(999999999) + EXP(-999999999)");
    put("logarithm", "LN(VALUE(\"1e-999\")) + LOG(10^64)");
    put("root", "SQRT(10^64) + SQRT(VALUE(\"1e-64\"))");
    put("far days", "DATE(2024,1,1) + 99999999999999999999");
    put("far months", "ADDMONTHS(DATE(2024,1,1), 999999999999)");
    put("far workdays", "WORKDAY(DATE(2024,1,1), 3000000)");
    put("long workdays", "NETWORKDAYS(DATE(1,1,1), DATE(9999,12,31))");
    put("many workdays", "NETWORKDAYS(DATE(1,1,1), DATE(9999,12,31)) + ".repeat(200) + "1");
    put("far unix", "FROMUNIXTIME(99999999999999999999)");
    put("many sines", "MAX(" + "SIN(n + 0.5), TAN(n),".repeat(700) + "1)");
    put("many exponentials", "MAX(" + "EXP(p), LN(7.5 + p),".repeat(700) + "1)");
    put("many roots", "MAX(" + "SQRT(n), n ^ 7, n / 3,".repeat(500) + "1)");
    put("amount in capitals", "RMBUPPER(10^64)");
    put("duration", "FORMATDURATION(99999999999999999999)");
  }

  private static void patterns() {
    String subject = "RPAD(\"a\", 200000, \"a\")";
    for (String pattern :
        new String[] {
          "(a+)+$",
          "(a|a)*b",
          "(a|aa)+$",
          "((a{99}){99}){99}",
          "a{1000}{1000}",
          "(x*)*y",
          "(|a)+",
          "(?:){1000}",
          "[a-z]{1000}",
          "(?i)" + "\\\\pL*".repeat(100),
          "(".repeat(499) + ")".repeat(499),
          "(".repeat(249) + "a" + ")*".repeat(249),
          "(?:".repeat(199) + "a" + "){2}".repeat(60) + ")".repeat(139),
          "(a?){500}a{500}",
          "[" + "a-z".repeat(300) + "]",
          "[[:^alpha:]]*".repeat(70),
          "\\\\p{Han}+".repeat(90),
          "(?i)" + "[a-zA-Zα-ωА-я]".repeat(60),
          ".*".repeat(400),
          "(.*)*".repeat(190),
          "(?P<a>.)(?P<a>.)",
          "a{2,1}",
          "[z-a]",
          "(",
          ")",
          "*",
          "\\\\",
          "\\\\Q",
          "[[",
          "(?",
          "(?<=a)b",
          "(a)\\\\1",
          "\\\\x{110000}",
          "a**",
          "|".repeat(900),
          "(?:a|b|c|d)".repeat(90),
        }) {
      put("pattern " + shortened(pattern), "REGEX(" + subject + ", \"" + pattern + "\")");
      put("short with pattern " + shortened(pattern), "REGEX(\"ab\", \"" + pattern + "\")");
    }
    put("pattern as long as a text", "REGEX(\"a\", RPAD(\"a\", 200000, \"(\"))");
    put(
        "many patterns",
        "AND(" + "REGEX(RPAD(\"a\",9000,\"a\"), \"(a|b)*c\"),".repeat(50) + "true)");
    put(
        "many costly patterns",
        "OR(" + ("REGEX(" + subject + ", \"(a|b){50}c\"),").repeat(50) + "false)");
  }

  private static String shortened(String pattern) {
    return pattern.length() > 24 ? pattern.substring(0, 24) + "…" + pattern.length() : pattern;
  }

  private static void put(String name, String source) {
    INPUTS.put(name, source);
  }

  @BeforeAll
  static void warmUp() {
    Trial trial = new Trial();
    for (String each : SeedFormulas.all()) {
      trial.run(each, BlankMode.ZERO, true);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void whateverIsWrittenGivesAValueOrADiagnosticInTime(String name) {
    String source = INPUTS.get(name);
    assertThatCode(() -> Trial.onSmallStack(() -> within(name, source))).doesNotThrowAnyException();
  }

  private static void within(String name, String source) {
    Trial trial = new Trial();
    for (BlankMode mode : BlankMode.values()) {
      long nanos =
          Trial.cpu(() -> {
            Set<String> met = trial.run(source, mode, true);
            assertThat(met).isNotEmpty();
          });
      assertThat(nanos).as("CPU time of (%s)", name).isLessThan(Trial.DEADLINE);
    }
  }

  static Set<String> names() {
    return INPUTS.keySet();
  }
}
