"""The custodian's desk: origins, doubts, alarms, the sealed log. Never the content of what was given."""
