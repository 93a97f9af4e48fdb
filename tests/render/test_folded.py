"""What is long overdue is folded on a page, and a page begins with what learning brought."""

import re

from leerlog.documents.review import review_document
from leerlog.render.draw import in_form


def test_what_is_long_overdue_is_folded(quarter):
    """The others are there to be seen; nothing is left out."""
    page = in_form(review_document(quarter), "html")
    folded = "".join(re.findall(r"<details>.*?</details>", page, re.DOTALL))
    agreed = quarter.agreed
    assert {item.text for item in agreed if item.long_overdue} != set()
    for item in agreed:
        assert (item.text in folded) == item.long_overdue
        assert item.text in page


def test_a_page_begins_with_what_learning_brought(quarter):
    """Before what was agreed; what is open comes after the stories."""
    page = in_form(review_document(quarter), "html")
    places = [page.index(f'id="{name}"') for name in ("levels", "gerealiseerd", "stories", "agreed", "obstacles")]
    assert places == sorted(places)
