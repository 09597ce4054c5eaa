-- What was imported, taken back, refused and decided. Rows are only ever added, but for the tables
-- under "kept", which an import recomputes for what it touched.
create table raw.batches (
    batch_id integer,
    received_at timestamp,
    committed_at timestamp,
    file_name varchar,
    sha256 varchar,
    size bigint,
    encoding varchar,
    delimiter varchar,
    user_name varchar,
    shrunk boolean
);
create table raw.batch_tables (
    batch_id integer,
    table_no integer,
    sheet varchar,
    kind varchar,
    rows integer,
    repaired integer,
    refused integer,
    left_out integer,
    first_day date,
    last_day date
);
create table raw.voids (
    batch_id integer,
    voided_at timestamp,
    user_name varchar
);
create table raw.rejects (
    batch_id integer,
    table_no integer,
    sheet varchar,
    row_no integer,
    cells varchar[],
    problems struct(header varchar, cell varchar, problem varchar)[]
);
create table raw.headers (
    batch_id integer,
    table_no integer,
    header varchar[]
);
create table raw.slices (
    batch_id integer,
    kind varchar,
    store varchar,
    assistant varchar,
    day date,
    rows integer
);
create table raw.rules (
    name varchar,
    store varchar,
    value varchar,
    valid_from date,
    set_at timestamp,
    set_by varchar
);
create table raw.versions (
    version integer,
    made_at timestamp,
    cause varchar
);
-- The one place where phones and WeChat ids are kept; everything else knows them by a keyed hash.
create table raw.contacts (
    contact_key ubigint,
    kind varchar,
    value varchar,
    state varchar
);
-- A row that carried a valid phone and a WeChat id says that they are one person.
create table raw.links (
    batch_id integer,
    phone_key ubigint,
    wechat_key ubigint
);
-- Kept: the customer behind every contact that is not its own customer.
create table raw.customer_map (
    contact_key ubigint,
    customer_key ubigint
);
-- Kept: which batch's rows stand for a slice.
create table raw.live_slices (
    kind varchar,
    store varchar,
    assistant varchar,
    day date,
    batch_id integer,
    rows integer
);
-- Kept: what came in for an assistant's day.
create table raw.handed_in (
    kind varchar,
    store varchar,
    assistant varchar,
    day date,
    rows integer,
    received_at timestamp
);
-- Kept: an assistant's day in figures.
create table raw.daily (
    store varchar,
    assistant varchar,
    day date,
    calls integer,
    unique_numbers integer,
    connected integer,
    known_outcomes integer,
    invalid_numbers integer,
    invites_agreed integer,
    invites_joined integer,
    visits_agreed integer,
    visited integer,
    closed integer,
    amount_cny decimal(18, 2),
    has_calls boolean,
    has_invites boolean
);
