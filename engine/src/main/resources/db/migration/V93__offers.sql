-- What became of an offer, and whether the journey of one that is not true any more was told.
alter table offer add column answered_at timestamp with time zone;
alter table offer add column void_told_at timestamp with time zone;
create index offer_journey on offer (journey_id);
