"""A document in the form of a file; each is loaded only when it is asked for."""

from leerlog.documents.blocks import Document


def in_form(document: Document, form: str) -> str:
    """The document as "markdown", "html" or "csv".

    Raises:
        ContentError: when the style of a page is not there.
    """
    if form == "markdown":
        from leerlog.render.markdown import markdown

        return markdown(document)
    if form == "csv":
        from leerlog.render.table import table

        return table(document)
    from leerlog.render.html import html

    return html(document)
