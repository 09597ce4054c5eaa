-- What an import mended, by column: how many rows, and the most frequent cells before and after.
create table raw.repairs (
    batch_id integer,
    table_no integer,
    header varchar,
    type varchar,
    rows integer,
    examples struct(before varchar, after varchar, rows bigint)[]
);
