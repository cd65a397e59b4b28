import numpy as np

from hereabouts.disclosure.suppression.cost import usual_cost


def test_small_areas_with_few_people_are_hidden_first_and_totals_last() -> None:
    counts = np.array([1.0, 8.0, 0.0, 9.0, 9.0])
    cost = usual_cost(counts, total=np.array([False, False, False, False, True]))
    assert np.all(cost > 0)
    assert cost[0] < cost[1] < cost[3] < cost[4]
    assert cost[2] > cost[0]  # a zero that comes and goes is noticed
