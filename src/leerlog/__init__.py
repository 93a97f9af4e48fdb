"""leerlog: a reflection journal for learning on the job."""

__version__ = "0.4.0"
