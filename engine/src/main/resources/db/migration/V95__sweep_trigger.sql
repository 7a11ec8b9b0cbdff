-- What started a sweep, and for sweeps over some people only, who they are, until it ends.
alter table sweep add column cause_detail varchar(255);
-- The same happening starts one sweep, however often and on however many nodes it is heard of.
alter table sweep add column trigger_key varchar(600);
create unique index sweep_trigger on sweep (trigger_key);

create table sweep_person (
  sweep_id   varchar(36) not null,
  person_ref varchar(64) not null,
  primary key (sweep_id, person_ref)
);

-- The day up to which birthdays and ends of months were looked after; one row.
create table sweep_calendar (
  id        integer not null primary key,
  done_upto date    not null
);
