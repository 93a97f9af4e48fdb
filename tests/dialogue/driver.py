"""A small program around the conversation, for tests in a terminal.

driver.py CHECKLIST STATE [--plain] [--clock=MINUTES]: how many minutes go by in a second.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path

from leerlog.dialogue.clock import Clock
from leerlog.dialogue.readers import open_talk
from leerlog.dialogue.session import Session
from leerlog.dialogue.talk import Talk
from leerlog.domain.checklist import Question
from leerlog.errors import LeerlogError
from leerlog.library.content import load_checklist

TODAY = date(2026, 11, 23)
BACKGROUND = "Wat je niet binnen twee weken gebruikt, zakt weg.\n\nDat is de vuistregel uit de handreiking."


def talk() -> Talk:
    """A talk, with a clock when one is asked for."""
    opened = open_talk(TODAY, "--plain" in sys.argv)
    given = [option.removeprefix("--clock=") for option in sys.argv if option.startswith("--clock=")]
    began, speed = time.monotonic(), 60 * float(given[0] if given else 0)
    clock = Clock("Anja", lambda: (time.monotonic() - began) * speed)
    return opened._replace(clock=clock) if given else opened


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
        talk(),
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
