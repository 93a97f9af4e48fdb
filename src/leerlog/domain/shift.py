"""Move a journal in time: every date in it, and the ids that follow from them."""

from collections.abc import Sequence
from datetime import date, timedelta

from leerlog.domain.entry import Answer, Entry, FollowUp, id_prefix


def shift(entries: Sequence[Entry], weeks: int) -> list[Entry]:
    """The entries so many weeks later, on the same weekdays.

    Dates of entries and items move, and so do answers that are nothing but a
    date. An id keeps its random half and gets the prefix of its new month.
    """
    by = timedelta(weeks=weeks)
    ids = {entry.id: id_prefix(entry.date + by) + entry.id[2:] for entry in entries}
    return [
        entry._replace(
            id=ids[entry.id],
            date=entry.date + by,
            builds_on=tuple(ids.get(source, source) for source in entry.builds_on),
            answers=tuple(_answer(answer, by) for answer in entry.answers),
            follow_ups=tuple(_item(item, by) for item in entry.follow_ups),
        )
        for entry in entries
    ]


def _answer(answer: Answer, by: timedelta) -> Answer:
    try:
        return answer._replace(text=(date.fromisoformat(answer.text) + by).isoformat())
    except ValueError:
        return answer


def _item(item: FollowUp, by: timedelta) -> FollowUp:
    return item._replace(due=item.due and item.due + by, done=item.done and item.done + by)
