-- Whether somebody had compared the rule and its amounts with the law when it was decided.
alter table assessment add column legal_basis_checked boolean default false not null;
