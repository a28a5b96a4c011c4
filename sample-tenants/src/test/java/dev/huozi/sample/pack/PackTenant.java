package dev.huozi.sample.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.DefaultMetadataPublisher;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.pack.DefaultPackDeployer;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackDeployer;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.DefaultSnapshotRegistry;
import dev.huozi.platform.Platform;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.seed.DefaultSeedLoader;
import dev.huozi.record.service.DefaultRecordService;
import dev.huozi.record.service.FormulaFills;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/// A tenant on a real database with all kinds of the program, for tests of the sample packs.
final class PackTenant {
  private final Tenant tenant;
  private final DefaultSnapshotRegistry registry;
  private final DefaultMetadataPublisher publisher;
  private final DefaultPackDeployer deployer;

  PackTenant(Platform platform, Tenant tenant, List<Pack> packs) {
    this.tenant = tenant;
    this.registry = new DefaultSnapshotRegistry(platform.tenantDatabase(), SamplePacks.KINDS);
    this.publisher =
        new DefaultMetadataPublisher(
            platform.tenantDatabase(), SamplePacks.KINDS, registry, new FormulaFills());
    this.deployer =
        new DefaultPackDeployer(
            publisher,
            SamplePacks.KINDS,
            platform.tenantPacks(),
            new DefaultSeedLoader(
                new DefaultRecordService(platform.tenantDatabase(), registry),
                registry,
                platform.tenantDatabase()));
    deployer.apply(context(), SystemPack.read(SamplePacks.KINDS));
    packs.forEach(pack -> deployer.apply(context(), pack));
  }

  PackDeployer deployer() {
    return deployer;
  }

  RequestContext context() {
    Principal admin = new Principal(new UUID(0, 1), new UUID(0, 2), "tester", Principal.Role.ADMIN);
    return new RequestContext(
        tenant, admin, 0, Locale.CHINESE, tenant.zone(), Clock.systemUTC(), "test");
  }

  Catalogue catalogue() {
    return publisher.catalogue(context());
  }

  MetadataSnapshot snapshot() {
    return registry.current(tenant, catalogue().version());
  }

  /// The component's body as the tenant has it now.
  ObjectNode body(String kind, String name) {
    Component component = Objects.requireNonNull(catalogue().model().component(kind, name), name);
    return DefinitionWriter.write((Record) component.definition());
  }

  /// Changes a component as an administrator does in the designer.
  void edit(String kind, String name, Consumer<ObjectNode> change) {
    ObjectNode body = body(kind, name);
    change.accept(body);
    Issues issues = new Issues();
    Definition wished =
        DefinitionReader.read(SourceTree.of(body), SamplePacks.KINDS.get(kind).type(), issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    ChangeList changes =
        new ChangeList(
            List.of(new MetadataChange.Put(kind, Objects.requireNonNull(wished))), "edit");
    publisher.publish(context(), changes, Approval.at(catalogue().version()));
  }
}
