-- What waits for a person; a row lives as long as the engine's task.
create table work_item (
  id            varchar(64)  not null primary key,
  journey_id    varchar(36)  not null,
  reference     varchar(20)  not null,
  life_event    varchar(100) not null,
  deployment_id varchar(64)  not null,
  process_key   varchar(100) not null,
  element_id    varchar(255) not null,
  form          varchar(200),
  assignee      varchar(64),
  unit          varchar(100),
  claimed_by    varchar(64),
  created_at    timestamp with time zone not null,
  due_at        timestamp with time zone,
  -- Due first, then oldest: one sortable key, so that a queue can be paged by its last line.
  sort_key      varchar(120) not null
);
create index work_item_assignee on work_item (assignee);
create index work_item_unit on work_item (unit, sort_key);
