"""A plan under many futures: dates, cost, chance."""

from tercet.forecast.futures import Futures as Futures
from tercet.forecast.futures import draw_futures as draw_futures
from tercet.forecast.records import Forecast as Forecast
from tercet.forecast.simulate import simulate as simulate
from tercet.forecast.uncertainty import Uncertainty as Uncertainty
from tercet.forecast.uncertainty import uncertainty_from as uncertainty_from
