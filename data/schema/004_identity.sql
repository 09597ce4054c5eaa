-- What somebody decided about who is who: merge, split (a tie that rows make is none), apart (an offer turned down).
create table raw.decisions (
    decision_id integer,
    made_at timestamp,
    user_name varchar,
    action varchar,
    store varchar,
    one_key ubigint,
    other_key ubigint
);
create table raw.decision_voids (
    decision_id integer,
    voided_at timestamp,
    user_name varchar
);
