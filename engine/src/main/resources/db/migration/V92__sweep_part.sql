-- Files of people, cut into parts, until their sweep ends: every node can go on with them.
create table sweep_part (
  sweep_id varchar(36) not null,
  place    integer     not null,
  content  bytea       not null,
  kept_at  timestamp with time zone not null,
  primary key (sweep_id, place)
);
