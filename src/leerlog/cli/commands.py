"""The commands by name, and where each is."""

# Heading → command → module:function, in the order of --help.
COMMANDS: dict[str, dict[str, str]] = {
    "Elke dag": {
        "moment": "moment:moment",
    },
    "Rond een leertraject": {
        "prepare": "checklists:prepare",
        "during": "checklists:during",
        "debrief": "checklists:debrief",
        "after": "checklists:after",
        "design": "checklists:design",
        "hill": "checklists:hill",
        "courses": "courses:courses",
        "course": "courses:course",
    },
    "Over een periode": {
        "review": "review:review",
        "waardecheck": "waardecheck:waardecheck",
        "insights": "checklists:insights",
        "conditions": "checklists:conditions",
        "actions": "actions:actions",
    },
    "Afspraken": {
        "agenda": "agenda:agenda",
        "done": "done:done",
    },
    "Delen": {
        "share": "share:share",
        "sheet": "sheet:sheet",
    },
    "Wat er staat": {
        "list": "entries:list_",
        "show": "entries:show",
        "story": "chain:story",
        "value": "chain:value",
        "drafts": "drafts:drafts",
        "export": "entries:export",
        "check": "health:check",
    },
    "De handreiking": {
        "checklists": "guide:checklists",
        "ask": "checklists:ask",
        "explain": "guide:explain",
        "demo": "demo:demo",
    },
    "leerlog zelf": {
        "config": "config:config",
    },
}
MODULES = {name: where for group in COMMANDS.values() for name, where in group.items()}
