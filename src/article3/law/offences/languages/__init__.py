"""The words of the law as data: what each named offence means, its phrases per language, well-known statutes."""
