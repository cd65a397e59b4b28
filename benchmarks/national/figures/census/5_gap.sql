-- The gap between the least and the most deprived
select round(slope, 2) as "slope index, points", round(slope_lower, 2) as "from",
       round(slope_upper, 2) as "to", round(ratio, 3) as "relative index",
       round(ratio_lower, 3) as "from ", round(ratio_upper, 3) as "to "
from inequalities
