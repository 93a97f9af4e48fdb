"""The commands by name, and where each is."""

# Heading → command → module:function, in the order of --help.
COMMANDS: dict[str, dict[str, str]] = {
    "Elke dag": {
        "moment": "moment:moment",
    },
    "Rond een leertraject": {
        "prepare": "conversations:prepare",
        "during": "conversations:during",
        "debrief": "conversations:debrief",
        "after": "conversations:after",
        "design": "conversations:design",
        "hill": "conversations:hill",
        "courses": "stories:courses",
        "course": "stories:course",
    },
    "Over een periode": {
        "review": "reviews:review",
        "waardecheck": "conversations:waardecheck",
        "insights": "conversations:insights",
        "conditions": "conversations:conditions",
        "actions": "agenda:actions",
    },
    "Afspraken": {
        "agenda": "agenda:agenda",
        "done": "agenda:done",
    },
    "Delen": {
        "share": "sharing:share",
        "sheet": "sharing:sheet",
    },
    "Wat er staat": {
        "list": "entries:list_",
        "search": "entries:search",
        "show": "stories:show",
        "story": "stories:story",
        "value": "stories:value",
        "edit": "changes:edit",
        "rename": "changes:rename",
        "delete": "changes:delete",
        "undo": "changes:undo",
        "drafts": "conversations:drafts",
        "export": "entries:export",
        "import": "importing:import_",
        "check": "itself:check",
    },
    "De handreiking": {
        "checklists": "guide:checklists",
        "ask": "conversations:ask",
        "explain": "guide:explain",
        "demo": "itself:demo",
    },
    "leerlog zelf": {
        "config": "itself:config",
        "install": "itself:install",
        "merge-driver": "itself:merge_driver",
    },
}
MODULES = {name: where for group in COMMANDS.values() for name, where in group.items()}

# What people type that are no commands, and what they mean: the words of help, and of the screens, in Dutch.
HELP = ("help", "hulp")
VERSION = ("versie", "version")
OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "moment": (
        "notitie",
        "notities",
        "momenten",
        "schrijf",
        "schrijven",
        "nieuw",
        "new",
        "add",
        "dagboek",
        "verwondering",
    ),
    "prepare": ("voorbereiden", "voorbereiding", "bereid", "voor"),
    "during": ("onderweg", "tijdens", "tussendoor"),
    "debrief": ("nabespreken", "nabespreking", "navragen", "terugkomst"),
    "after": ("oogst", "oogsten", "afronden", "afronding", "opbrengst", "na"),
    "design": ("ontwerp", "ontwerpen", "vormgeven", "invalshoeken"),
    "hill": ("principes", "principe"),
    "courses": ("leertrajecten", "trajecten", "cursussen", "trainingen", "opleidingen"),
    "course": ("leertraject", "traject", "cursus", "training", "opleiding"),
    "review": ("terugblik", "terugblikken", "terugkijken", "overzicht", "kwartaal", "kwartaaloverzicht", "periode"),
    "insights": ("inzicht", "inzichten"),
    "conditions": ("condities", "conditie", "voorwaarden"),
    "actions": ("acties", "actie"),
    "agenda": ("afspraken", "afspraak", "taken", "taak", "todo", "planning", "kalender", "calendar"),
    "done": ("gedaan", "klaar", "afvinken", "vink", "afgevinkt"),
    "share": ("delen", "deel"),
    "sheet": ("blad", "gesprek", "gespreksblad"),
    "list": ("lijst", "alles", "ls"),
    "search": ("zoek", "zoeken", "vind", "vinden", "find", "doorzoek", "doorzoeken", "grep"),
    "show": ("toon", "tonen", "bekijk", "bekijken", "lees", "lezen", "laatste", "open"),
    "story": ("verhaal", "verhalen", "waardeverhaal"),
    "edit": ("wijzig", "wijzigen", "verander", "veranderen", "verbeter", "verbeteren", "bewerk", "bewerken"),
    "rename": ("hernoem", "hernoemen", "noem", "anders"),
    "delete": ("weg", "weghalen", "verwijder", "verwijderen", "wis", "wissen", "remove", "rm"),
    "undo": ("terug", "terughalen", "herstel", "herstellen", "ongedaan"),
    "value": ("waarde", "waarderen", "weeg", "wegen", "niveau"),
    "drafts": ("concepten", "concept", "kladjes", "klad", "draft"),
    "export": ("exporteren", "exporteer", "uitvoeren"),
    "import": ("importeren", "importeer", "inlezen", "invoeren", "overstappen"),
    "check": ("controle", "controleer", "controleren", "nakijken", "nalezen"),
    "checklists": ("vragen", "vragenlijsten", "vragenlijst", "checklijsten"),
    "ask": ("vraag", "checklist"),
    "explain": ("uitleg", "achtergrond", "achtergronden", "leguit", "waarom", "waardeniveaus", "handreiking"),
    "demo": ("voorbeeld", "proberen", "rondleiding"),
    "install": ("installeren", "installeer", "installatie", "uninstall"),
    "config": ("instellingen", "instelling", "instellen", "naam", "settings"),
}
MEANT = {word: name for name, words in OTHER_WORDS.items() for word in words}
