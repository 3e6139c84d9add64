"""Who takes part: bureaus, entities, the Secretariat's officers (Constitution 26-41, RPD 17, 115-124)."""
