"""The daily question: the one that is asked without reading the content, to be quick.

A test holds it equal to content/checklists/moment.yaml.
"""

DAILY = "moment"
DAILY_TITLE = "Moment"
DAILY_QUESTION = "surprise"
DAILY_TEXT = "Wat heeft jou verwonderd in je werk vandaag?"
