"""The if-then plans of preparations, which are followed while what was learned has to be used."""

from collections.abc import Iterable
from datetime import date

from leerlog.domain.agenda import Item
from leerlog.domain.entry import Entry
from leerlog.domain.plan import plan_number
from leerlog.reports.agenda import items


def open_plans(entries: Iterable[Entry], today: date) -> tuple[Item, ...]:
    """The plans that are still open, in the order of their entries, each with its course."""
    found = ((entry, plan_number(entry)) for entry in entries)
    plans = (items(entry, today)[number - 1] for entry, number in found if number)
    return tuple(plan for plan in plans if plan.open)
