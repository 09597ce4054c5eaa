-- Rows that were refused, corrected and brought later stand beside the rows of the batch they were refused from.
alter table raw.slices add column adds_to integer;
alter table raw.live_slices add column root integer;
