package dev.huozi.formula.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
final class FormulaCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) throws IOException {
    return new FormulaCommand(stream(out), stream(err)).run(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r", "").strip();
  }

  @Test
  void aFormulaIsEvaluatedOverFields() throws IOException {
    assertThat(run("eval", "ROUND(price * 1.13, 2) & 1", "--field", "price=2")).isEqualTo(1);
    assertThat(text(err)).contains("FORMULA_TEXT_NEEDED", "^");
    assertThat(run("eval", "TEXT(ROUND(price * 1.13, 2))", "--field", "price=2")).isZero();
    assertThat(text(out)).isEqualTo("2.26");
  }

  @Test
  void blankModesTypesAndPathsAreTaken() throws IOException {
    assertThat(run("eval", "ISBLANK(a.b)", "--field", "a.b:number=", "--blank-mode", "blank"))
        .isZero();
    assertThat(run("eval", "ISBLANK(a.b)", "--field", "a.b:number=")).isZero();
    assertThat(text(out)).isEqualTo("true\nfalse");
  }

  @Test
  void anErrorIsShownWithItsPlace() throws IOException {
    assertThat(run("eval", "1 + 2 / n", "--field", "n=0")).isEqualTo(1);
    assertThat(text(err)).isEqualTo("#Error! DIVISION_BY_ZERO: 2 / n");
  }

  @Test
  void wrongUsageIsExplained() throws IOException {
    assertThat(run("evaluate")).isEqualTo(2);
    assertThat(run("run")).isEqualTo(2);
    assertThat(run("run", "--cases", "no such file")).isEqualTo(2);
    assertThat(run("eval", "1", "--blank-mode", "none")).isEqualTo(2);
    assertThat(run("eval", "d + 1", "--field", "d:date=2024-13-01")).isEqualTo(2);
    assertThat(text(err)).contains("(formula evaluate)", "(no such file)", "(none)", "2024-13-01");
  }

  @Test
  void casesAreAnsweredLineByLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cases.jsonl");
    Files.writeString(
        file,
        """
        {"id":"1","kind":"eval","formula":"a / 4","fields":{"a":{"type":"number"}},"row":{"a":"1"}}
        {"id":"2","kind":"eval","formula":"1 / a","fields":{"a":{"type":"number"}},"row":{"a":null}}
        {"id":"3","kind":"parse","formula":"(1"}

        {"id":"4","kind":"eval","formula":"JSONVALUE(\\"a\\", \\"b\\")"}
        {"id":"5","kind":"eval","formula":"d","fields":{"d":{"type":"date"}},"row":{"d":"2024-02-30"}}
        {"id":"6","kind":"eval","formula":"f + 1","fields":{"f":{"type":"number","formula":"g * 2"},\
        "g":{"type":"number","formula":"f"}}}
        """);
    assertThat(run("run", "--cases", file.toString())).isZero();
    assertThat(text(out).lines())
        .satisfiesExactly(
            one -> assertThat(one).isEqualTo("{\"id\":\"1\",\"value\":\"0.25\"}"),
            two -> assertThat(two).isEqualTo("{\"id\":\"2\",\"error\":\"DIVISION_BY_ZERO\"}"),
            three -> assertThat(three).isEqualTo("{\"id\":\"3\",\"parses\":false}"),
            four -> assertThat(four).contains("\"unsupported\":\"function JSONVALUE\""),
            five -> assertThat(five).contains("\"error\":\"row: "),
            six -> assertThat(six).contains("FORMULA_CYCLE"));
  }
}
