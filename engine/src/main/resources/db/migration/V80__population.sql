-- The people over whom rules are swept. A fact is a real column, so that reading a million people is
-- fast and SQL can ask for them; which facts there are is data, so the loader makes the table anew
-- with their columns (quoted, snake_case) and writes them down here.
create table population_column (
  fact varchar(100) not null primary key,
  column_name varchar(63) not null unique,
  kind varchar(20) not null,
  place integer not null
);

create table population_person (
  person_ref varchar(64) not null primary key
);
