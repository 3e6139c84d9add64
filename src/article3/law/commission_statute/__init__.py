"""The Statute of the Commission for the Control of Files."""
