-- Not for questions: what counts now, of all stores.
create or replace view raw.live_batches as
select b.*
from raw.batches as b
anti join raw.voids as v on b.batch_id = v.batch_id;

create or replace view raw.live_links as
select l.one_key, l.other_key
from raw.links as l
semi join raw.live_batches as b on l.batch_id = b.batch_id;

create or replace view raw.store_names as
select distinct s.store
from raw.slices as s
semi join raw.live_batches as b on s.batch_id = b.batch_id;
