"""An officer's pages for programs: keys, hooks, calendars."""
