-- question: Do the customers still answer each assistant?
-- grain:    one row per store and assistant with a broadcast in the days
-- params:   $first date; $last date; $assistant varchar
-- columns:  store varchar; assistant varchar; sent integer; replied integer; rate double; low double; high double; level varchar
-- reads:    replies, rules_on, benchmarks_on
-- Level: good, pass, weak, poor by the store's rules.
with counted as (
    select store, assistant, sum(sent)::integer as sent, sum(replied)::integer as replied
    from replies
    where
        day between $first and $last
        and is_of(assistant, $assistant)
    group by all
),

final as (
    select
        c.store,
        c.assistant,
        c.sent,
        c.replied,
        c.replied / nullif(c.sent, 0) as rate,
        wilson_low(c.replied, c.sent) as low,
        wilson_high(c.replied, c.sent) as high,
        case
            when c.sent = 0 then null
            when rate >= r.reply_good then 'good'
            when rate >= b.benchmark then 'pass'
            when rate <= r.reply_poor then 'poor'
            else 'weak'
        end as level,
    from counted as c
    inner join rules_on($last, $last) as r on c.store = r.store
    left join benchmarks_on($last) as b on c.store = b.store and b.metric = 'reply_rate'
)

select * from final
order by store, assistant
