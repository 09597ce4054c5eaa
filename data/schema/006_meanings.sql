-- Whom and which shop a misspelt or short name means: the newest word on a spelling counts, an empty one takes it back.
create table raw.meanings (
    "column" varchar,
    store varchar,
    spelled varchar,
    meant varchar,
    set_at timestamp,
    user_name varchar
);
