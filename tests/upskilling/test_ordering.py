"""The order of steps is the shortest there is, and keeps every precedence."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.upskilling.ordering import Task, end_of, shortest_order, starts


@st.composite
def task_lists(draw, most=6):
    """Tasks whose predecessors come earlier in a hidden order, shuffled."""
    n = draw(st.integers(0, most))
    hidden = draw(st.permutations(range(n)))
    tasks = {}
    for place, i in enumerate(hidden):
        after = draw(st.sets(st.sampled_from(hidden[:place]), max_size=2)) if place else set()
        work = draw(st.integers(1, 8))
        stand = draw(st.sampled_from([0, 0, 1, 3, 9]))
        tasks[i] = Task(work, stand, tuple(sorted(after)))
    return [tasks[i] for i in range(n)]


def allowed(tasks, order):
    return all(order.index(j) < order.index(i) for i in order for j in tasks[i].after)


@given(task_lists())
@settings(max_examples=150, deadline=None)
def test_no_order_is_shorter(tasks):
    """Among all orders that keep the precedence, none ends earlier; ties go to low indices."""
    orders = [o for o in permutations(range(len(tasks))) if allowed(tasks, o)]
    best = min(end_of(tasks, o) for o in orders)
    first = min(o for o in orders if end_of(tasks, o) == best)
    assert shortest_order(tasks) == first


@given(task_lists(most=9))
@settings(max_examples=60, deadline=None)
def test_one_step_at_a_time_and_none_before_what_it_builds_on(tasks):
    """Steps never overlap, and none begins before its predecessors have stood in use."""
    order = shortest_order(tasks)
    begin = starts(tasks, order)
    for first, second in pairwise(order):
        assert begin[second] >= begin[first] + tasks[first].work
    for i, task in enumerate(tasks):
        assert all(begin[i] >= begin[j] + tasks[j].work + tasks[j].stand for j in task.after)


def test_waiting_is_filled_with_other_work():
    """While a release stands in use, the learner does something else."""
    tasks = [Task(2, 6, ()), Task(1, 0, (0,)), Task(5, 0, ())]
    assert end_of(tasks, shortest_order(tasks)) == 9
    assert shortest_order(tasks) == (0, 2, 1)


def test_a_circle_is_refused():
    """Steps that wait for one another have no order."""
    with pytest.raises(ValueError, match="circle"):
        shortest_order([Task(1, 0, (1,)), Task(1, 0, (0,))])
