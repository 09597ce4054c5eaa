-- question: Do the customers still answer, all broadcasts together?
-- grain:    one row; none without a broadcast in the days
-- params:   $first date; $last date; $assistant varchar
-- columns:  sent integer; replied integer; rate double; low double; high double; level varchar
-- reads:    replies, rules_on, benchmarks_on
-- Level: good, pass, weak, poor by what the stores' rules come to for what each has sent.
with broadcasts as (
    select r.sent, r.replied, a.reply_good, a.reply_poor, b.benchmark
    from replies as r
    inner join rules_on($last, $last) as a on r.store = a.store
    left join benchmarks_on($last) as b on r.store = b.store and b.metric = 'reply_rate'
    where
        r.day between $first and $last
        and is_of(r.assistant, $assistant)
),

counted as (
    select
        sum(sent)::integer as sent,
        sum(replied)::integer as replied,
        benchmark_of_all(reply_good, sent) as good,
        benchmark_of_all(reply_poor, sent) as poor,
        benchmark_of_all(benchmark, sent) as enough,
    from broadcasts
    having count(*) > 0
),

final as (
    select
        sent,
        replied,
        replied / nullif(sent, 0) as rate,
        wilson_low(replied, sent) as low,
        wilson_high(replied, sent) as high,
        case
            when sent = 0 then null
            when rate >= good then 'good'
            when rate >= enough then 'pass'
            when rate <= poor then 'poor'
            else 'weak'
        end as level,
    from counted
)

select * from final
