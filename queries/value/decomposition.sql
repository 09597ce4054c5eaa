-- question: Did sales change because of the number of customers, how often they buy, or what an order is worth?
-- grain:    one row per part (customers, frequency, ticket), in order; without stores no row
-- params:   $first date; $last date; $assistant varchar
-- columns:  part varchar; change_cny decimal(18,2); before double; now double; revenue_before_cny decimal(18,2); revenue_cny decimal(18,2); before_first date; before_last date; can_split boolean; first_order_on date
-- reads:    bridges_between, order_lines
-- Against as many days before. "before" and "now": customers with an order, orders of each, CNY of an order.
-- "first_order_on": since when orders are known at all; later than before_first, the comparison is not a fair one.
with final as (
    select
        part,
        change_cny,
        before,
        now,
        revenue_before_cny,
        revenue_cny,
        before_first,
        before_last,
        can_split,
        (select min(o.day) from order_lines as o) as first_order_on,
        place,
    from bridges_between($first, $last, $assistant, false)
)

select * exclude (place) from final
order by place asc
