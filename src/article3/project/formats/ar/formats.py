"""Arabic days with the Arabic comma, and hours as every other page shows them: 24 نوفمبر، 2026، 19:30."""

DATE_FORMAT = "j F، Y"
SHORT_DATE_FORMAT = "j F، Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F، Y، H:i"
