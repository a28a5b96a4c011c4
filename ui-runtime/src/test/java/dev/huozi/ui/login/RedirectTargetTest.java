package dev.huozi.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class RedirectTargetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/o/store/0199f3c2-7a10-7c3e-9a55-3b1f6a2d4e01",
        "/a/field_sales/o/store?view=my_stores&q=%E7%9B%92%E9%A9%AC",
        "/o/store?next=https://example.com/"
      })
  void aLocalPathIsFollowed(String next) {
    assertThat(RedirectTarget.of(next)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "o/store",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/%09/evil.example",
        "/%2f/evil.example",
        "/%5cevil.example",
        "/%5Cevil.example",
        "/a//evil.example",
        "/./\\evil.example",
        "/..//evil.example",
        "/.//evil.example",
        "/;/evil.example",
        "https://evil.example",
        "HTTPS://evil.example",
        "http:evil.example",
        "https:/evil.example",
        "https:\\\\evil.example",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "mailto:a@example.com",
        "@evil.example",
        "evil.example",
        " /o/store",
        "/o/store\r\nSet-Cookie: a=b",
        "/o/store\nLocation: //evil.example",
        "/o/store\u0000",
        "/o/店",
        "/%0d%0aLocation:%20//evil.example",
        "/login?next=/",
        "/logout",
        "?next=//evil.example",
        "#//evil.example"
      })
  void anythingElseLeadsHome(String next) {
    assertThat(RedirectTarget.of(next)).isEqualTo("/");
  }

  @Test
  void nothingAndTooMuchLeadHome() {
    assertThat(RedirectTarget.of(null)).isEqualTo("/");
    assertThat(RedirectTarget.of("/" + "a".repeat(3000))).isEqualTo("/");
  }
}
