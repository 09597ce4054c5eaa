-- Who made a data version, and which rule or decision did: an import and an undo say so already.
alter table raw.rules add column version integer;
alter table raw.decisions add column version integer;
alter table raw.decision_voids add column version integer;
