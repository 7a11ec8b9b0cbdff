-- What the parts of a sweep have counted, until it ends and they are summed up into sweep_figure.
create table sweep_part_figure (
  sweep_id  varchar(36)  not null,
  decision  varchar(255) not null,
  province  varchar(20)  not null,
  entitled  bigint       not null,
  amount    bigint       not null,
  receiving bigint       not null
);
create index sweep_part_figure_sweep on sweep_part_figure (sweep_id);
