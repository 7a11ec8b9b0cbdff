-- Who is told of an offer instead of the person whom it is for: whoever acts for a child.
alter table offer add column recipient_ref varchar(64);
create index offer_recipient on offer (recipient_ref);
