"""Pay bands, loaded cost and lead times: the supply of people."""

from tercet.market.bands import pay_band as pay_band
from tercet.market.bands import premium as premium
from tercet.market.factcheck import check_pay as check_pay
from tercet.market.records import Supply as Supply
from tercet.market.records import SupplyOption as SupplyOption
from tercet.market.records import Verdict as Verdict
from tercet.market.supply import generalist as generalist
from tercet.market.supply import plan_currency as plan_currency
from tercet.market.supply import supply as supply
from tercet.market.view import market_view as market_view
