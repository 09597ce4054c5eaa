-- What somebody said of a header, for later files that have it; the newest row counts, and may say nothing.
create table raw.remembered (
    header varchar[],
    named varchar,
    kind varchar,
    columns struct(name varchar, position integer)[],
    date_order varchar,
    encoding varchar,
    remembered_at timestamp,
    user_name varchar
);
