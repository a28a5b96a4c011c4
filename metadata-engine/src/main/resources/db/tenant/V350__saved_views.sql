-- Lists that people made for themselves. Each is somebody's alone: what all shall see is a component
-- of kind view.

create table saved_view (
  id uuid primary key,
  owner_id uuid not null,
  -- The component's id in the catalogue, so that a renamed object keeps its lists.
  object_id bigint not null,
  label text not null,
  -- What the address of the list held: view, words, filters, order.
  address text not null,
  saved_at timestamptz not null
);

create index saved_view_owner on saved_view (owner_id, object_id);
