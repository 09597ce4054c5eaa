-- What an assistant promised for a day, as typed at the meeting. Rows are only ever added: the last said counts, and a
-- row that promises nothing takes the promise back.
create table raw.promises (
    store varchar,
    assistant varchar,
    day date,
    calls integer,
    invites integer,
    visits integer,
    orders integer,
    sentence varchar,
    set_at timestamp,
    set_by varchar,
    version integer
);
