"""The ways to do a round of a checklist: asked, in an editor, from a file, or only as a template."""

from leerlog.app.setting import Setting
from leerlog.cli.conversation import converse
from leerlog.cli.out import What
from leerlog.cli.rounds import Round, blank, from_file
from leerlog.errors import UsageError

TEMPLATE = What("Het bestand om in te vullen", "het")


def go_through(setting: Setting, checklist_id: str, given: Round) -> None:
    """Do one round of a checklist, in the way that the options ask for."""
    from leerlog.library.content import load_checklist

    checklist = load_checklist(checklist_id, setting.own_content)
    if given.template:
        from leerlog.library.answers import template

        given.out.send(setting, template(checklist), TEMPLATE)
        return
    if given.out.output:
        raise UsageError("--output hoort bij --template.")
    chosen = [word for word, on in (("--editor", given.editor), ("--answers", given.answers is not None)) if on]
    if len(chosen) > 1:
        raise UsageError(f"{' en '.join(chosen)} gaan niet samen. Kies er één.")
    if given.answers is not None:
        from_file(setting, checklist, given)
        return
    converse(setting, checklist, blank(setting, checklist, given), given)
