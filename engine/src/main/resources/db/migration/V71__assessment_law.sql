-- Whose law was applied: the place, the table that answered, the amounts that a place set itself.
alter table assessment add column jurisdiction varchar(20);
alter table assessment add column decision_table varchar(255);
alter table assessment add column values_from varchar(1000000);
alter table assessment add column currency varchar(3);
