-- What the views that stand in the store are made of: making them anew takes longer than all else at opening.
create table raw.views_made (made_of varchar);
