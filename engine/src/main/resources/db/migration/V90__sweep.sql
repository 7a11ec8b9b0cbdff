-- Sweeps: all rules over all people of a population. Of whoever matches nothing, nothing is kept.
create table sweep (
  id           varchar(36)   not null primary key,
  cause        varchar(20)   not null,
  source       varchar(20)   not null,
  day_asked    date          not null,
  -- Keys of the decisions asked, separated by commas; empty: all of the country.
  decisions    varchar(10000) not null,
  state        varchar(20)   not null,
  people_total bigint        not null,
  people_done  bigint        not null,
  entitled     bigint        not null,
  offers_made  bigint        not null,
  problems     bigint        not null,
  -- Checkpoint: the last person of the population that was done.
  last_ref     varchar(64),
  started_by   varchar(64)   not null,
  started_at   timestamp with time zone not null,
  ended_at     timestamp with time zone,
  problem_code varchar(100),
  -- Until when whoever works on it has it to itself; past where nobody does.
  busy_until   timestamp with time zone
);
create index sweep_state on sweep (state);

create table offer (
  id           varchar(36)   not null primary key,
  sweep_id     varchar(36)   not null,
  person_ref   varchar(64)   not null,
  decision     varchar(255)  not null,
  service      varchar(255)  not null,
  amount       bigint,
  currency     varchar(3),
  periodicity  varchar(100),
  jurisdiction varchar(20),
  matched_rows varchar(4000) not null,
  version      integer       not null,
  grade        integer       not null,
  day_asked    date          not null,
  state        varchar(20)   not null,
  -- Person and decision while it is live, so that there is at most one.
  live_key     varchar(330)  unique,
  journey_id   varchar(36),
  made_at      timestamp with time zone not null,
  told_at      timestamp with time zone,
  attempts     integer       not null
);
create index offer_sweep on offer (sweep_id, id);
create index offer_person on offer (person_ref, state);
create index offer_untold on offer (told_at, state);

create table sweep_figure (
  sweep_id  varchar(36)  not null,
  decision  varchar(255) not null,
  province  varchar(20)  not null,
  entitled  bigint       not null,
  amount    bigint       not null,
  receiving bigint       not null,
  primary key (sweep_id, decision, province)
);

create table sweep_problem (
  sweep_id varchar(36)  not null,
  place    integer      not null,
  line     bigint       not null,
  field    varchar(100) not null,
  code     varchar(100) not null,
  primary key (sweep_id, place)
);
