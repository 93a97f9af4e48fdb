"""A small program around the conversation, for tests in a terminal.

driver.py CHECKLIST STATE [--plain] [--clock]: STATE.minutes says how many have gone by, and STATE.asked is made to say
how often the clock was looked at.
"""

import json
import sys
from datetime import date
from itertools import count
from pathlib import Path

from leerlog.dialogue.plain import open_talk
from leerlog.dialogue.session import Session
from leerlog.dialogue.talk import Clock, Talk
from leerlog.domain.checklist import Question
from leerlog.errors import LeerlogError
from leerlog.library.content import load_checklist

TODAY = date(2026, 11, 23)
BACKGROUND = "Wat je niet binnen twee weken gebruikt, zakt weg.\n\nDat is de vuistregel uit de handreiking."


def talk(state: Path) -> Talk:
    """A talk, with a clock when one is asked for."""
    opened = open_talk(TODAY, "--plain" in sys.argv)
    if "--clock" not in sys.argv:
        return opened
    minutes, asked, times = Path(f"{state}.minutes"), Path(f"{state}.asked"), count(1)

    def seconds() -> float:
        asked.write_text(str(next(times)), "utf-8")
        return 60 * float((minutes.exists() and minutes.read_text("utf-8")) or 0)

    return opened._replace(clock=Clock("Anja", seconds))


def main() -> int:
    """Hold the conversation; the draft goes to STATE, the answers to STATE.done."""
    name, state = sys.argv[1], Path(sys.argv[2])
    draft = json.loads(state.read_text("utf-8")) if state.exists() else {"texts": {}, "at": ""}

    def save(texts: dict[str, str], at: str) -> None:
        state.write_text(json.dumps({"texts": texts, "at": at}), "utf-8")

    def explain(question: Question) -> str:
        return f"{question.topic}: {BACKGROUND}"

    def shown(question: Question) -> str:
        return "Een verzoek kost een dag minder." if question.shows else ""

    session = Session(
        load_checklist(name, None),
        talk(state),
        save,
        texts=draft["texts"],
        at=draft["at"],
        explain=explain,
        shown=shown,
        words=lambda question: ("Anja", "Noor") if question.kind == "people" else (),
        subject="Woo-training",
        again=f'leerlog {name} "Woo-training"',
    )
    try:
        texts = session.run()
        session.summary()
    except LeerlogError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    Path(f"{state}.done").write_text(json.dumps(texts), "utf-8")
    print("Klaar")
    return 0


if __name__ == "__main__":
    sys.exit(main())
