-- The one place that ties a personal number to the reference under which everything else knows a person.
create table person (
  ref             varchar(64)  not null primary key,
  personal_number varchar(32)  not null unique,
  display_name    varchar(200) not null
);
