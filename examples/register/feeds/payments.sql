-- One row for each target, and for windows one for each ward. A day of the plan ends where the next one begins:
-- what was paid on its last evening counts.
select target as id,
       case when target = 'windows' then ward end as part,
       sum(amount) as actual,
       count(*) as records
from payments
where paid_at < :next_day
group by target, case when target = 'windows' then ward end
