-- A decision may be about one contact only, one_key and other_key: shared, a WeChat id that ties nobody.
-- Under which names somebody decided: a customer's name may be another one tomorrow.
alter table raw.decisions add column one_name varchar;
alter table raw.decisions add column other_name varchar;
