-- One index finds a person's offers and lets at most one of a decision be live; it took two before,
-- and a text that said again who and what. Null where the offer is not live.
alter table offer add column live boolean;
update offer set live = true where live_key is not null;
alter table offer drop column live_key;
create unique index offer_live on offer (person_ref, decision, live);
drop index offer_person;
