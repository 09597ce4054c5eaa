-- Not for questions: what counts now, of all stores.
create or replace view raw.live_batches as
select b.*
from raw.batches as b
anti join raw.voids as v on b.batch_id = v.batch_id;

create or replace view raw.live_decisions as
select d.*
from raw.decisions as d
anti join raw.decision_voids as v on d.decision_id = v.decision_id;

-- The ties that rows make, and that no decision cuts.
create or replace view raw.row_links as
select l.batch_id, l.one_key, l.other_key
from raw.links as l
semi join raw.live_batches as b on l.batch_id = b.batch_id
anti join raw.live_decisions as d on l.one_key = d.one_key and l.other_key = d.other_key and d.action = 'split'
anti join raw.live_decisions as s on l.other_key = s.other_key and s.action = 'shared';

create or replace view raw.live_links as
select l.one_key, l.other_key
from raw.row_links as l
union all
select d.one_key, d.other_key
from raw.live_decisions as d
where d.action = 'merge';

create or replace view raw.store_names as
select distinct s.store
from raw.slices as s
semi join raw.live_batches as b on s.batch_id = b.batch_id;
