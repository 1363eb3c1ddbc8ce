-- The name of a unit is read from its latest entry: one step in the index, however many entries there are.
create index search_entry_latest_of_unit on search.search_entry (unit_id, id desc) include (unit_name);
drop index search.search_entry_unit;
