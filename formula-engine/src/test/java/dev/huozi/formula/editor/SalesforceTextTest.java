package dev.huozi.formula.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.Shop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class SalesforceTextTest {
  private final Shop store = Shop.store();

  @Test
  void namesThatMatchAreReplacedAndTheRestStays() {
    SalesforceText.Adopted adopted =
        SalesforceText.adopt(
            """
            AND(ISPICKVAL(Status__c, "open"), /* Amount__c */ Amount__c > 100,
              Account__r.Credit__c >= acme__Quantity__c, OwnerId = $User.Id, Foo__c)\
            """,
            store);

    assertThat(adopted.source())
        .isEqualTo(
            """
            AND(ISPICKVAL(status, "open"), /* Amount__c */ amount > 100,
              account.credit >= quantity, owner = $User, Foo__c)\
            """);
    assertThat(adopted.renamed())
        .containsEntry("Amount__c", "amount")
        .containsEntry("acme__Quantity__c", "quantity")
        .containsEntry("$User.Id", "$User")
        .doesNotContainKey("Foo__c");
  }

  @Test
  void whatRemainsIsPointedAtByTheCheck() {
    String source = SalesforceText.adopt("Opened_On__c < TODAY() && Foo__c", store).source();

    assertThat(Formulas.check(source, store, FormulaOptions.filter()).diagnostics())
        .singleElement()
        .satisfies(one -> assertThat(one.span().of(source)).isEqualTo("Foo__c"));
  }

  @Test
  void itIsRecognisedByItsNames() {
    assertThat(SalesforceText.recognises("Amount__c > 1")).isTrue();
    assertThat(SalesforceText.recognises("OwnerId = $User.Id")).isTrue();
    assertThat(SalesforceText.recognises("amount > 1 and owner = $User")).isFalse();
  }
}
